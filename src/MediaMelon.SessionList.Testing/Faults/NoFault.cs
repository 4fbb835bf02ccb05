using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record NoFault : EmulatorFault
{
    internal override Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken) =>
        call.RespondAsync(cancellationToken);
}
