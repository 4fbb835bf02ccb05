using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record HangFault : EmulatorFault
{
    internal override async Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("An infinite delay ended without cancellation.");
    }
}
