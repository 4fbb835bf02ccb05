using MediaMelon.SessionList.Errors;

namespace MediaMelon.SessionList;

/// <summary>The service answered with success, and the answer is no session list.</summary>
/// <remarks>
/// HTML, truncated JSON, no <c>response</c> array, a row that is no object, an answer over
/// <see cref="SessionListClientOptions.MaxResponseBytes"/>, or a page of session ids that were returned before at another offset.
/// </remarks>
public sealed class SessionListResponseException : SessionListException
{
    internal const int MaxBodyLength = 512;

    /// <summary>A failure to make sense of an answer.</summary>
    /// <param name="message">What is wrong with the answer.</param>
    /// <param name="body">The answer's body, of which the first 512 characters are kept.</param>
    /// <param name="innerException">What led to this.</param>
    public SessionListResponseException(string message, string? body = null, Exception? innerException = null)
        : base(message, innerException) => Body = Excerpt.Create(body, MaxBodyLength);

    /// <summary>The beginning of the body, at most 512 characters; null where it could not be read.</summary>
    public string? Body { get; }
}
