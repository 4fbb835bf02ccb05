using System.Globalization;
using System.Net;
using MediaMelon.SessionList.Errors;

namespace MediaMelon.SessionList;

/// <summary>The service returned a non-success status code. This includes 3xx, because redirects are not followed.</summary>
public sealed class SessionListApiException : SessionListException
{
    internal const int MaxBodyLength = 4096;

    /// <summary>A failure of the given status.</summary>
    /// <param name="statusCode">The status code of the response.</param>
    /// <param name="message">What happened; a sentence about the status if null.</param>
    /// <param name="body">The response body, of which the first 4,096 characters are kept.</param>
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
        Body = Excerpt.Create(body, MaxBodyLength);
        RetryAfter = retryAfter;
    }

    /// <summary>The status code of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The beginning of the response body, at most 4,096 characters; null where it could not be read.</summary>
    public string? Body { get; }

    /// <summary>How long the service asks to wait (<c>Retry-After</c>); null if it does not tell.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the service does not accept the key, or not for this customer (401, 403).</summary>
    public bool IsAccessDenied => StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>Whether the service asks for fewer requests (429).</summary>
    public bool IsThrottled => StatusCode == HttpStatusCode.TooManyRequests;

    private static string Describe(HttpStatusCode status, TimeSpan? retryAfter)
    {
        var name = Enum.IsDefined(status) ? $" ({status})" : "";
        var wait = retryAfter is { } pause
            ? string.Create(CultureInfo.InvariantCulture, $" It asks to wait {pause.TotalSeconds:0.#} s.")
            : "";

        return string.Create(CultureInfo.InvariantCulture,
            $"The session list service answered {(int)status}{name}. {StatusAdvice.For((int)status)}{wait}");
    }
}
