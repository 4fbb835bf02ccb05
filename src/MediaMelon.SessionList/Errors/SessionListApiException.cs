using System.Globalization;
using System.Net;
using MediaMelon.SessionList.Errors;

namespace MediaMelon.SessionList;

/// <summary>The service answered, and not with success: 3xx too, as redirects are not followed.</summary>
public sealed class SessionListApiException : SessionListException
{
    internal const int MaxBodyLength = 4096;

    /// <summary>A failure of the given status.</summary>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="message">What happened; a sentence about the status if null.</param>
    /// <param name="body">The answer's body, of which the first 4,096 characters are kept.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    /// <param name="innerException">What led to this.</param>
    public SessionListApiException(
        HttpStatusCode statusCode,
        string? message = null,
        string? body = null,
        TimeSpan? retryAfter = null,
        Exception? innerException = null)
        : base(message ?? Describe(statusCode, retryAfter), innerException)
    {
        StatusCode = statusCode;
        Body = Excerpt.Of(body, MaxBodyLength);
        RetryAfter = retryAfter;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The beginning of the answer's body, at most 4,096 characters; null where it could not be read.</summary>
    public string? Body { get; }

    /// <summary>How long the service asks to wait (<c>Retry-After</c>); null if it does not tell.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the service does not accept the key, or not for this customer (401, 403).</summary>
    public bool IsAccessDenied => StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>Whether the service asks for fewer requests (429).</summary>
    public bool IsThrottled => StatusCode == HttpStatusCode.TooManyRequests;

    private static string Describe(HttpStatusCode status, TimeSpan? retryAfter)
    {
        var advice = (int)status switch
        {
            401 => "It does not accept the API key.",
            403 => "It does not let this API key see this customer.",
            404 => "It knows no session list at this address, or no such customer.",
            429 => "It asks for fewer requests.",
            >= 300 and < 400 => "It redirects, and redirects are not followed: they would carry the API key to another host.",
            >= 400 and < 500 => "It does not accept the request.",
            >= 500 => "It failed to answer; asking again later may help.",
            _ => "That is no success.",
        };
        var wait = retryAfter is { } pause
            ? string.Create(CultureInfo.InvariantCulture, $" It asks to wait {pause.TotalSeconds:0.#} s.")
            : "";

        return string.Create(CultureInfo.InvariantCulture,
            $"The session list service answered {(int)status} ({status}). {advice}{wait}");
    }
}
