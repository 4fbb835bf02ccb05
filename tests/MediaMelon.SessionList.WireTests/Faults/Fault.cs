using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Faults;

/// <summary>A response or failure of the service, and the result that the caller receives.</summary>
/// <param name="Name">The description in docs/errors.md.</param>
/// <param name="Respond">Writes the response to each request.</param>
/// <param name="Outcome">The type of the exception, or "the page" if the call succeeds.</param>
/// <param name="Properties">The properties of the exception that have a value.</param>
/// <param name="Requests">The number of requests for the page, including retries. Null if TotalTimeout ends the retries.</param>
internal sealed record Fault(string Name, ResponseWriter Respond, string Outcome, string Properties, int? Requests)
{
    public const string ThePage = "the page";

    public bool IsHarmless => Outcome == ThePage;

    /// <summary>Describes the properties of an exception in the format of the table.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        SessionListApiException api => string.Join(", ", ((string?[])
        [
            $"StatusCode {(int)api.StatusCode}",
            api.IsAccessDenied ? "IsAccessDenied" : null,
            api.IsThrottled ? "IsThrottled" : null,
            api.RetryAfter is { } wait ? FormattableString.Invariant($"RetryAfter {wait.TotalSeconds} s") : null,
            api.Body is null ? null : "Body",
        ]).OfType<string>()),
        SessionListResponseException response => response.Body is null ? "no Body" : "Body",
        SessionListConnectionException connection => connection.IsTimeout ? "IsTimeout" : "not IsTimeout",
        _ => "",
    };
}
