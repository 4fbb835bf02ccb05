using MediaMelon.SessionList.Errors;

namespace MediaMelon.SessionList;

/// <summary>The service returned a success status code, but the response is not a session list.</summary>
/// <remarks>
/// Examples are HTML, truncated JSON, no <c>response</c> array, and a row that is not an object. Other examples are a response
/// over <see cref="SessionListClientOptions.MaxResponseBytes"/>, and a page that was already returned at another offset.
/// </remarks>
public sealed class SessionListResponseException : SessionListException
{
    internal const int MaxBodyLength = 512;

    /// <summary>Creates an exception for a response that cannot be read.</summary>
    /// <param name="message">The message.</param>
    /// <param name="body">The response body, of which the first 512 characters are kept.</param>
    /// <param name="innerException">The cause.</param>
    public SessionListResponseException(string message, string? body = null, Exception? innerException = null)
        : base(message, innerException) => Body = Excerpt.Create(body, MaxBodyLength);

    /// <summary>The beginning of the body, at most 512 characters; null if it could not be read.</summary>
    public string? Body { get; }
}
