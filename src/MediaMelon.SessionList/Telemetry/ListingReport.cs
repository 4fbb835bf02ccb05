using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>
/// What one enumeration of a listing tells: a span with a child for each page, metrics, and a line in the log at its end.
/// </summary>
internal sealed class ListingReport
{
    public const string Completed = "completed";
    public const string Stopped = "stopped";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";

    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly long _startedAt;
    private readonly Activity? _activity;

    private long _sessions;
    private long _pages;
    private long _requests;
    private long _duplicates;
    private long _uselessRequests;
    private bool _limitWasCut;

    public ListingReport(ILogger logger, TimeProvider clock)
    {
        _logger = logger;
        _clock = clock;
        _startedAt = clock.GetTimestamp();

        // Started without becoming current: the consumer's own spans, between two pages, are no children of it.
        var surrounding = Activity.Current;
        _activity = Instruments.Activities.StartActivity("sessionlist listing");
        Activity.Current = surrounding;
    }

    public void Page(int sessions)
    {
        _pages++;
        _sessions += sessions;
        Instruments.Pages.Add(1);
        Instruments.Sessions.Add(sessions);
    }

    public void Duplicates(int sessions)
    {
        _duplicates += sessions;
        Instruments.Duplicates.Add(sessions);
    }

    public void UselessRequests(int requests)
    {
        _uselessRequests += requests;
        Instruments.UselessRequests.Add(requests);
    }

    public void LimitCut(int limit, int received)
    {
        if (_limitWasCut)
            return;

        _limitWasCut = true;
        Log.LimitCut(_logger, limit, received);
    }

    public void Throttled(int requestsAtATime) => Log.Throttled(_logger, requestsAtATime);

    public PageReport StartPage(long offset, int limit)
    {
        _requests++;
        return new(_activity, _clock, offset, limit);
    }

    public void End(string outcome, Exception? failure = null)
    {
        var seconds = _clock.GetElapsedTime(_startedAt).TotalSeconds;
        Instruments.ListingDuration.Record(seconds, new KeyValuePair<string, object?>("mediamelon.sessionlist.outcome", outcome));

        if (_duplicates > 0)
            Log.DuplicatesDropped(_logger, _duplicates);

        Log.ListingEnded(_logger, outcome, _sessions, _pages, _requests, _duplicates, _uselessRequests, seconds);

        _activity?.SetTag("mediamelon.sessionlist.outcome", outcome)
            .SetTag("mediamelon.sessionlist.sessions", _sessions)
            .SetTag("mediamelon.sessionlist.pages", _pages)
            .SetTag("mediamelon.sessionlist.requests", _requests)
            .SetTag("mediamelon.sessionlist.duplicates", _duplicates)
            .SetTag("mediamelon.sessionlist.useless_requests", _uselessRequests);
        if (failure is not null and not OperationCanceledException)
            _activity?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);

        _activity?.Dispose();
    }
}
