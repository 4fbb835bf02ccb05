using System.Diagnostics;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>
/// The telemetry of one enumeration of a listing: a span with a child for each page, metrics, and a log message at its end.
/// </summary>
internal sealed class ListingReport
{
    public const string Completed = "completed";
    public const string Stopped = "stopped";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";

    private readonly ClientTelemetry _telemetry;
    private readonly UnreadableCounts _unreadable;
    private readonly long _startedAt;
    private readonly Activity? _activity;

    private long _sessions;
    private long _pages;
    private long _requests;
    private long _duplicates;
    private long _discardedRequests;
    private bool _isPageSizeCapped;
    private bool _endedEarly;

    public ListingReport(ClientTelemetry telemetry)
    {
        _telemetry = telemetry;
        _unreadable = new(telemetry);
        _startedAt = telemetry.Clock.GetTimestamp();

        // The span does not become current, so spans that the consumer starts between two pages are not its children.
        var surrounding = Activity.Current;
        _activity = Instruments.Activities.StartActivity("sessionlist listing");
        _activity?.SetTag(ClientTelemetry.Attribute, telemetry.Name);
        Activity.Current = surrounding;
    }

    public void Page(int sessions, IReadOnlyDictionary<string, int>? unreadable)
    {
        _pages++;
        _sessions += sessions;
        _unreadable.Add(unreadable);
        Instruments.Pages.Add(1, _telemetry.Tag);
        Instruments.Sessions.Add(sessions, _telemetry.Tag);
    }

    public void Duplicates(int sessions)
    {
        _duplicates += sessions;
        Instruments.Duplicates.Add(sessions, _telemetry.Tag);
    }

    public void DiscardedRequests(int requests)
    {
        _discardedRequests += requests;
        Instruments.DiscardedRequests.Add(requests, _telemetry.Tag);
    }

    public void PageSizeCapped(int limit, int received)
    {
        if (!_isPageSizeCapped)
            Log.PageSizeCapped(_telemetry.Logger, limit, received);

        _isPageSizeCapped = true;
    }

    /// <summary>Logs once per listing that the counters report more sessions than the service returned.</summary>
    public void EndedEarly(long offset, long reportedCount)
    {
        if (!_endedEarly)
            Log.EndedBeforeCounters(_telemetry.Logger, offset, reportedCount);

        _endedEarly = true;
    }

    public void Throttled(int concurrentRequests) => Log.Throttled(_telemetry.Logger, concurrentRequests);

    public PageReport StartPage(long offset, int limit)
    {
        _requests++;
        return new(_activity, _telemetry, offset, limit);
    }

    public void End(string outcome, Exception? failure = null)
    {
        var seconds = _telemetry.Clock.GetElapsedTime(_startedAt).TotalSeconds;
        var errorType = failure is null or OperationCanceledException ? null : failure.GetType();
        var tags = new TagList { _telemetry.Tag, new("mediamelon.sessionlist.outcome", outcome) };
        if (errorType is not null)
            tags.Add("error.type", errorType.FullName);

        Instruments.ListingDuration.Record(seconds, tags);
        WriteLog(outcome, errorType?.Name, seconds);

        _activity?.SetTag("mediamelon.sessionlist.outcome", outcome)
            .SetTag("mediamelon.sessionlist.sessions", _sessions)
            .SetTag("mediamelon.sessionlist.pages", _pages)
            .SetTag("mediamelon.sessionlist.requests", _requests)
            .SetTag("mediamelon.sessionlist.duplicates", _duplicates)
            .SetTag("mediamelon.sessionlist.discarded_requests", _discardedRequests)
            .SetTag("mediamelon.sessionlist.unreadable_values", _unreadable.Total);
        if (errorType is not null)
            _activity?.SetTag("error.type", errorType.FullName).SetStatus(ActivityStatusCode.Error);

        _activity?.Dispose();
    }

    private void WriteLog(string outcome, string? errorType, double seconds)
    {
        var logger = _telemetry.Logger;
        var unreadable = _unreadable.ToString();
        if (_duplicates > 0)
            Log.DuplicatesDropped(logger, _duplicates);

        _unreadable.Report();
        if (outcome == Failed)
        {
            Log.ListingFailed(logger, outcome, _sessions, _pages, _requests, _duplicates, _discardedRequests, unreadable, seconds,
                errorType ?? "");
        }
        else
        {
            Log.ListingEnded(logger, outcome, _sessions, _pages, _requests, _duplicates, _discardedRequests, unreadable, seconds);
        }
    }
}
