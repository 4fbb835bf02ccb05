using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record PreviousPageFault : EmulatorFault
{
    internal override Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken) =>
        call.RespondWithPreviousPageAsync(cancellationToken);
}
