using System.Globalization;
using System.Text.Json;
using Polly.Timeout;

namespace MediaMelon.SessionList.Http;

/// <summary>Maps exceptions of Refit, HttpClient, Polly and System.Text.Json to the library's exceptions.</summary>
internal static class ExceptionMapper
{
    /// <summary>
    /// Maps an exception of the HTTP stack. Null for cancellation and for exceptions of custom code, which the caller receives
    /// unchanged.
    /// </summary>
    public static SessionListConnectionException? FromTransport(Exception failure, TimeSpan totalTimeout) => failure switch
    {
        TimeoutRejectedException timeout when timeout.Timeout == totalTimeout => new SessionListConnectionException(
            Invariant($"The session list service did not return the page within {totalTimeout.TotalSeconds:0.###} s, ")
                + "including retries (TotalTimeout).",
            isTimeout: true),
        TimeoutRejectedException timeout => new SessionListConnectionException(
            Invariant($"The session list service did not respond within {timeout.Timeout.TotalSeconds:0.###} s ")
                + "(AttemptTimeout).",
            isTimeout: true),
        ConnectionFault fault => new SessionListConnectionException(fault.Message, innerException: fault.InnerException),
        HttpRequestException => new SessionListConnectionException(
            $"The session list service was not reached: {failure.Message}",
            innerException: failure),
        IOException => new SessionListConnectionException(
            "The connection to the session list service ended before the response was complete.",
            innerException: failure),
        _ => null,
    };

    /// <summary>Whether HttpClient received a response that is not HTTP.</summary>
    public static bool IsInvalidHttp(Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
        || (failure?.InnerException is { } inner && IsInvalidHttp(inner));

    /// <summary>Creates the exception for a cancellation that the caller did not request, such as a handler's timeout.</summary>
    public static SessionListConnectionException InnerTimeout(OperationCanceledException failure) =>
        new("The session list service did not respond in time: an HTTP handler cancelled the request.", isTimeout: true, failure);

    /// <summary>Creates the exception for a non-success status code. Null for a success.</summary>
    public static SessionListApiException? FromStatus(HttpResponseMessage response, TimeProvider clock) =>
        response.IsSuccessStatusCode
            ? null
            : new(response.StatusCode, message: null, BodyOf(response), RetryAfter.Read(response, clock));

    /// <summary>Creates the exception for a response that could not be decoded.</summary>
    public static SessionListResponseException FromDecoding(HttpResponseMessage response, JsonException failure) =>
        Compression(response) is { } encoding
            ? new($"The response has the Content-Encoding {encoding}, which was not decompressed: the client reads gzip, deflate "
                + "and br. A custom primary handler must decompress responses itself.")
            : new(
                "The session list service returned a success status code, but the response is not a session list. "
                    + $"{failure.Message}{Media(response)}",
                BodyOf(response),
                failure);

    public static SessionListResponseException TooLarge(long limit) =>
        new(Invariant(
            $"The response is larger than the {limit} bytes that MaxResponseBytes allows. Use a smaller page size."));

    public static SessionListResponseException DamagedCompression(Exception failure) =>
        new("The response cannot be decompressed.", body: null, failure);

    private static string? BodyOf(HttpResponseMessage response) =>
        (response.Content as BufferedBody)?.Excerpt(PersonalTexts(response));

    // A handler that decompresses the response removes the header.
    private static string? Compression(HttpResponseMessage response)
    {
        var encodings = string.Join(", ", response.Content.Headers.ContentEncoding);
        var isPlain = encodings.Length == 0 || encodings.Equals("identity", StringComparison.OrdinalIgnoreCase);
        return isPlain || response.Content is not BufferedBody body ? null : body.Redact(encodings, PersonalTexts(response));
    }

    private static string Media(HttpResponseMessage response) =>
        response.Content is BufferedBody body
            && response.Content.Headers.ContentType?.MediaType is { } media and not "application/json"
            ? $" Its Content-Type is {body.Redact(media, PersonalTexts(response))}."
            : "";

    private static IEnumerable<string> PersonalTexts(HttpResponseMessage response) =>
        PageRequestContext.From(response.RequestMessage)?.PersonalTexts ?? [];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
