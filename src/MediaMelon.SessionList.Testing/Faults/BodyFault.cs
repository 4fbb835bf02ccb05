using System.Net;
using System.Text;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record BodyFault(string Text, string ContentType) : EmulatorFault
{
    internal override Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken) =>
        Task.FromResult(new EmulatedResponse(HttpStatusCode.OK, Encoding.UTF8.GetBytes(Text)) { ContentType = ContentType });
}
