using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Faults;

/// <summary>A way to answer, and what a caller gets of it.</summary>
/// <param name="Name">What the service does, as docs/errors.md says it.</param>
/// <param name="Answer">How it does that, each time it is asked.</param>
/// <param name="Outcome">What is thrown; "the page" where it is read all the same.</param>
/// <param name="Properties">What the exception tells beside the message.</param>
/// <param name="Requests">Physical requests for the page, retries included. Null if only TotalTimeout ends them.</param>
internal sealed record Fault(string Name, Answer Answer, string Outcome, string Properties, int? Requests)
{
    public const string ThePage = "the page";

    public bool IsHarmless => Outcome == ThePage;

    /// <summary>What the exception tells, in the words of the table.</summary>
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
