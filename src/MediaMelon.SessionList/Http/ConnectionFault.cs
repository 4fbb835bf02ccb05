using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>A connection failure, with a message that describes what failed and where.</summary>
internal sealed class ConnectionFault(
    HttpRequestError error,
    string message,
    Exception? inner,
    HttpStatusCode? status = null,
    bool isPermanent = false)
    : HttpRequestException(error, message, inner, status)
{
    /// <summary>Whether a retry would fail in the same way, or would do harm.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
