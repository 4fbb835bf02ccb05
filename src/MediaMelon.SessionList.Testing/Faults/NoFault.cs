using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record NoFault : EmulatorFault
{
    internal override Task<Answer> AnswerAsync(EmulatedCall call, CancellationToken cancellationToken) =>
        call.AnswerAsync(cancellationToken);
}
