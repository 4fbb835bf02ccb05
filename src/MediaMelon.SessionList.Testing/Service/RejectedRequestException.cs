using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

// The message is the body of the response. It names a parameter, but never contains a value or a key of the request.
internal sealed class RejectedRequestException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status => status;

    public static RejectedRequestException Parameter(string name, string rule) =>
        new(HttpStatusCode.BadRequest, $"Parameter '{name}' {rule}.");
}
