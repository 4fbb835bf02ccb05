using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The log messages of the library. Event ids are stable; docs/telemetry.md lists them.</summary>
internal static partial class Log
{
    public const string Category = "MediaMelon.SessionList";

    [LoggerMessage(
        1,
        LogLevel.Information,
        "Listing {Outcome}: {Sessions} sessions in {Pages} pages by {Requests} requests, {Duplicates} "
            + "duplicates dropped, {UselessRequests} requests for nothing, {Seconds:0.###} s",
        EventName = "ListingEnded")]
    public static partial void ListingEnded(ILogger logger, string outcome, long sessions, long pages, long requests,
        long duplicates, long uselessRequests, double seconds);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Duplicates} sessions came again and were dropped: rows moved between two requests. A period that "
            + "is over and an order by a time keep rows in place",
        EventName = "DuplicatesDropped")]
    public static partial void DuplicatesDropped(ILogger logger, long duplicates);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "The service cut the limit: asked for {Limit} sessions it gave {Received}, and more follow. The "
            + "listing goes on with pages of that size",
        EventName = "LimitCut")]
    public static partial void LimitCut(ILogger logger, int limit, int received);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "Attempt {Attempt} at the page at offset {Offset} failed ({Reason}); the next one follows in {Seconds:0.###} s",
        EventName = "AttemptFailed")]
    public static partial void AttemptFailed(ILogger logger, int attempt, long offset, string reason, double seconds);

    [LoggerMessage(
        5,
        LogLevel.Error,
        "The changed configuration of the client '{Client}' is not valid; the last valid one stays. {Problems}",
        EventName = "ConfigurationRefused")]
    public static partial void ConfigurationRefused(ILogger logger, string client, string problems);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "The service throttled the client. The listing continues with {Requests} concurrent requests, and more after successes",
        EventName = "Throttled")]
    public static partial void Throttled(ILogger logger, int requests);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "The client '{Client}' does not use the handler {Handler}, which would multiply its retries. The client's own options "
            + "set its retries and timeouts",
        EventName = "HandlerLeftOut")]
    public static partial void HandlerLeftOut(ILogger logger, string client, string handler);
}
