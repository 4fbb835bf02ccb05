using System.Net;
using System.Text;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record StatusFault(HttpStatusCode Code, TimeSpan? RetryAfter, string? Text) : EmulatorFault
{
    internal override Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken)
    {
        var response = Text is null
            ? EmulatedResponse.Message(Code, $"Injected status {(int)Code}.")
            : new EmulatedResponse(Code, Encoding.UTF8.GetBytes(Text));

        return Task.FromResult(response with { RetryAfter = RetryAfter });
    }
}
