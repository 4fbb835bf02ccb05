using System.Net;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record TruncatedBodyFault : EmulatorFault
{
    internal override async Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken)
    {
        var response = await call.RespondAsync(cancellationToken).ConfigureAwait(false);
        return new EmulatedResponse(HttpStatusCode.OK, response.Body[..(response.Body.Length / 2)]);
    }
}
