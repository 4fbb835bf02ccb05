using System.Globalization;
using System.Text.Json;
using Polly.Timeout;

namespace MediaMelon.SessionList.Http;

/// <summary>Maps exceptions of Refit, HttpClient, Polly and System.Text.Json to the library's exceptions.</summary>
internal static class ExceptionMapper
{
    /// <summary>
    /// What a failure on the way is to the caller; null for cancellation and failures of the caller's own code, which stay.
    /// </summary>
    public static SessionListConnectionException? FromTransport(Exception failure, TimeSpan totalTimeout) => failure switch
    {
        TimeoutRejectedException timeout when timeout.Timeout == totalTimeout => new SessionListConnectionException(
            Invariant($"The session list service did not deliver the page within {totalTimeout.TotalSeconds:0.###} s, ")
                + "retries included (TotalTimeout).",
            isTimeout: true),
        TimeoutRejectedException timeout => new SessionListConnectionException(
            Invariant($"The session list service did not answer within {timeout.Timeout.TotalSeconds:0.###} s (AttemptTimeout)."),
            isTimeout: true),
        ConnectionFault fault => new SessionListConnectionException(fault.Message, innerException: fault.InnerException),
        HttpRequestException => new SessionListConnectionException(
            $"The session list service was not reached: {failure.Message}",
            innerException: failure),
        IOException => new SessionListConnectionException(
            "The connection to the session list service broke off before the response was complete.",
            innerException: failure),
        _ => null,
    };

    /// <summary>Whether HttpClient met a response that is not HTTP.</summary>
    public static bool IsInvalidHttp(Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
        || (failure?.InnerException is { } inner && IsInvalidHttp(inner));

    /// <summary>Creates the exception for a cancellation that the caller did not request, such as a handler's timeout.</summary>
    public static SessionListConnectionException InnerTimeout(OperationCanceledException failure) =>
        new("The session list service did not answer in time: a handler on the way gave up waiting.", isTimeout: true, failure);

    /// <summary>Creates the exception for a non-success response; null for a success.</summary>
    public static SessionListApiException? FromStatus(HttpResponseMessage response, TimeProvider clock) =>
        response.IsSuccessStatusCode
            ? null
            : new(response.StatusCode, message: null, BodyOf(response), RetryAfter.Read(response, clock));

    /// <summary>A response that could not be decoded.</summary>
    public static SessionListResponseException OfDecoding(HttpResponseMessage response, JsonException failure) =>
        Compression(response) is { } encoding
            ? new($"The response has the Content-Encoding {encoding}, which was not decompressed: the client reads gzip, deflate "
                + "and br. A handler that replaces the client's own must decompress by itself.")
            : new(
                "The session list service answered with success, but this is no session list. "
                    + $"{failure.Message}{Media(response)}",
                BodyOf(response),
                failure);

    public static SessionListResponseException TooLarge(long limit) =>
        new(Invariant(
            $"The answer is larger than the {limit} bytes that MaxResponseBytes allows; a smaller page size asks for less."));

    public static SessionListResponseException DamagedCompression(Exception failure) =>
        new("The answer cannot be decompressed.", body: null, failure);

    private static string? BodyOf(HttpResponseMessage response) =>
        (response.Content as BufferedBody)?.Excerpt(PersonalTexts(response));

    // What is left of it: a handler that decompresses removes it.
    private static string? Compression(HttpResponseMessage response)
    {
        var encodings = string.Join(", ", response.Content.Headers.ContentEncoding);
        var isPlain = encodings.Length == 0 || encodings.Equals("identity", StringComparison.OrdinalIgnoreCase);
        return isPlain || response.Content is not BufferedBody body ? null : body.Redact(encodings, PersonalTexts(response));
    }

    private static string Media(HttpResponseMessage response) =>
        response.Content is BufferedBody body
            && response.Content.Headers.ContentType?.MediaType is { } media and not "application/json"
            ? $" It calls itself {body.Redact(media, PersonalTexts(response))}."
            : "";

    private static IEnumerable<string> PersonalTexts(HttpResponseMessage response) =>
        PageRequestContext.From(response.RequestMessage)?.PersonalTexts ?? [];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
