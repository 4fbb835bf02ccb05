using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record PreviousPageFault : EmulatorFault
{
    internal override Task<Answer> AnswerAsync(EmulatedCall call, CancellationToken cancellationToken) =>
        call.AnswerWithPreviousPageAsync(cancellationToken);
}
