using System.Diagnostics;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>What one page tells: a span, and its duration.</summary>
internal sealed class PageReport
{
    private readonly TimeProvider _clock;
    private readonly long _startedAt;
    private readonly Activity? _activity;

    /// <summary>Begins the page's span; it is current for what runs after this in the same asynchronous method.</summary>
    public PageReport(Activity? parent, TimeProvider clock, long offset, int limit)
    {
        _clock = clock;
        _startedAt = clock.GetTimestamp();
        _activity = Instruments.Activities.StartActivity("sessionlist page", ActivityKind.Client,
            parent?.Context ?? Activity.Current?.Context ?? default);
        _activity?.SetTag("mediamelon.sessionlist.offset", offset).SetTag("mediamelon.sessionlist.limit", limit);
        Instruments.Requests.Add(1);
    }

    public void Succeed(int sessions, int attempts)
    {
        _activity?.SetTag("mediamelon.sessionlist.sessions", sessions).SetTag("mediamelon.sessionlist.attempts", attempts);
        End(null);
    }

    public void Fail(Exception failure)
    {
        var type = failure.GetType().FullName;
        _activity?.SetTag("error.type", type);
        if (failure is not OperationCanceledException)
            _activity?.SetStatus(ActivityStatusCode.Error); // a page that was given up is no error

        End(type);
    }

    private void End(string? errorType)
    {
        var seconds = _clock.GetElapsedTime(_startedAt).TotalSeconds;
        if (errorType is null)
            Instruments.PageDuration.Record(seconds);
        else
            Instruments.PageDuration.Record(seconds, new KeyValuePair<string, object?>("error.type", errorType));

        _activity?.Dispose();
    }
}
