using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The log messages of the library. Event ids are stable; docs/telemetry.md lists them.</summary>
internal static partial class Log
{
    public const string Category = "MediaMelon.SessionList";

    [LoggerMessage(
        1,
        LogLevel.Information,
        "Listing {Outcome}: {Sessions} sessions in {Pages} pages by {Requests} requests, {Duplicates} duplicates dropped, "
            + "{DiscardedRequests} requests discarded, unreadable values: {UnreadableValues}, {Seconds:0.###} s",
        EventName = "ListingEnded")]
    public static partial void ListingEnded(ILogger logger, string outcome, long sessions, long pages, long requests,
        long duplicates, long discardedRequests, string unreadableValues, double seconds);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Duplicates} duplicate sessions were dropped: rows moved between two requests. Rows do not move if the period is over "
            + "and the sessions are ordered by a time",
        EventName = "DuplicatesDropped")]
    public static partial void DuplicatesDropped(ILogger logger, long duplicates);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "The service seems to cap the limit: it returned {Received} sessions for a limit of {Limit}, and more follow. If it does "
            + "so again, the listing continues with pages of that size",
        EventName = "LimitCut")]
    public static partial void PageSizeCapped(ILogger logger, int limit, int received);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "Attempt {Attempt} for the page at offset {Offset} failed ({Reason}). The next attempt starts in {Seconds:0.###} s",
        EventName = "AttemptFailed")]
    public static partial void AttemptFailed(ILogger logger, int attempt, long offset, string reason, double seconds);

    [LoggerMessage(
        5,
        LogLevel.Error,
        "The changed configuration of the client '{Client}' is invalid. The client keeps the last valid one. {Problems}",
        EventName = "ConfigurationRefused")]
    public static partial void InvalidConfigurationIgnored(ILogger logger, string client, string problems);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "The service throttled the client. The listing continues with {Requests} concurrent requests, and with more after "
            + "successful responses",
        EventName = "Throttled")]
    public static partial void Throttled(ILogger logger, int requests);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "The client '{Client}' does not use the handler {Handler}, which would multiply its retries. The options of the client "
            + "set its retries and timeouts",
        EventName = "HandlerLeftOut")]
    public static partial void HandlerRemoved(ILogger logger, string client, string handler);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "Listing {Outcome}: {Sessions} sessions in {Pages} pages by {Requests} requests, {Duplicates} duplicates dropped, "
            + "{DiscardedRequests} requests discarded, unreadable values: {UnreadableValues}, {Seconds:0.###} s ({ErrorType})",
        EventName = "ListingFailed")]
    public static partial void ListingFailed(ILogger logger, string outcome, long sessions, long pages, long requests,
        long duplicates, long discardedRequests, string unreadableValues, double seconds, string errorType);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "{Values} values could not be read. By column: {Columns}. Their properties are null",
        EventName = "UnreadableValues")]
    public static partial void UnreadableValues(ILogger logger, long values, string columns);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "The listing ends at offset {Offset}, but the service's counters report {Claimed} sessions",
        EventName = "EndedBeforeCounters")]
    public static partial void EndedBeforeCounters(ILogger logger, long offset, long claimed);

    [LoggerMessage(
        11,
        LogLevel.Information,
        "Page at offset {Offset} {Outcome}: {Sessions} sessions, unreadable values: {UnreadableValues}, {Seconds:0.###} s",
        EventName = "PageEnded")]
    public static partial void PageEnded(ILogger logger, string outcome, long offset, int sessions, string unreadableValues,
        double seconds);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "Page at offset {Offset} {Outcome}: {Seconds:0.###} s ({ErrorType})",
        EventName = "PageFailed")]
    public static partial void PageFailed(ILogger logger, string outcome, long offset, double seconds, string errorType);
}
