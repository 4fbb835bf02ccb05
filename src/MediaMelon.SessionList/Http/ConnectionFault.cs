using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>A failure to exchange a request and a response, with a message that says what failed and where.</summary>
internal sealed class ConnectionFault(
    HttpRequestError error,
    string message,
    Exception? inner,
    HttpStatusCode? status = null,
    bool isPermanent = false)
    : HttpRequestException(error, message, inner, status)
{
    /// <summary>Whether the next attempt would fail in the same way, or would do harm.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
