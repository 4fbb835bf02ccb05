using System.Globalization;
using System.Net;
using MediaMelon.SessionList.Errors;

namespace MediaMelon.SessionList;

/// <summary>The service returned a non-success status code. This includes 3xx, because redirects are not followed.</summary>
public sealed class SessionListApiException : SessionListException
{
    internal const int MaxBodyLength = 4096;

    /// <summary>Creates an exception for a status code.</summary>
    /// <param name="statusCode">The status code of the response.</param>
    /// <param name="message">The message. If null, it describes the status.</param>
    /// <param name="body">The response body, of which the first 4,096 characters are kept.</param>
    /// <param name="retryAfter">The wait that the service requests.</param>
    /// <param name="innerException">The cause.</param>
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

    /// <summary>The beginning of the response body, at most 4,096 characters; null if it could not be read.</summary>
    public string? Body { get; }

    /// <summary>The wait that the service requests (<c>Retry-After</c>); null if it does not specify one.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the key is not accepted, or has no access to this customer (401, 403).</summary>
    public bool IsAccessDenied => StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>Whether there were too many requests (429).</summary>
    public bool IsThrottled => StatusCode == HttpStatusCode.TooManyRequests;

    private static string Describe(HttpStatusCode status, TimeSpan? retryAfter)
    {
        var name = Enum.IsDefined(status) ? $" ({status})" : "";
        var wait = retryAfter is { } pause
            ? string.Create(CultureInfo.InvariantCulture, $" The service asks the client to wait {pause.TotalSeconds:0.#} s.")
            : "";

        return string.Create(CultureInfo.InvariantCulture,
            $"The session list service returned {(int)status}{name}. {StatusAdvice.For((int)status)}{wait}");
    }
}
