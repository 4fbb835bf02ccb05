using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

// The message goes out as it stands: it names a parameter, and never a value or a key that came in.
internal sealed class RefusedException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status => status;

    public static RefusedException Parameter(string name, string rule) =>
        new(HttpStatusCode.BadRequest, $"Parameter '{name}' {rule}.");
}
