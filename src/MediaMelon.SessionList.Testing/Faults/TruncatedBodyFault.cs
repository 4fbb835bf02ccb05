using System.Net;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record TruncatedBodyFault : EmulatorFault
{
    internal override async Task<Answer> AnswerAsync(EmulatedCall call, CancellationToken cancellationToken)
    {
        var response = await call.AnswerAsync(cancellationToken).ConfigureAwait(false);
        return new Answer(HttpStatusCode.OK, response.Body[..(response.Body.Length / 2)]);
    }
}
