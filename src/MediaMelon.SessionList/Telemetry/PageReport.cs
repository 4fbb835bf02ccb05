using System.Diagnostics;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The telemetry of one page: a span, a request, and its duration.</summary>
internal sealed class PageReport
{
    private readonly ClientTelemetry _telemetry;
    private readonly long _startedAt;
    private readonly Activity? _activity;

    /// <summary>Starts the span of the page. The span is current in the rest of the calling asynchronous method.</summary>
    /// <param name="parent">The span of the listing. If null, the current span is the parent.</param>
    /// <param name="telemetry">The telemetry of the client.</param>
    /// <param name="offset">The requested offset.</param>
    /// <param name="limit">The requested limit.</param>
    public PageReport(Activity? parent, ClientTelemetry telemetry, long offset, int limit)
    {
        _telemetry = telemetry;
        _startedAt = telemetry.Clock.GetTimestamp();
        _activity = Instruments.Activities.StartActivity("sessionlist page", ActivityKind.Client,
            parent?.Context ?? Activity.Current?.Context ?? default);
        _activity?.SetTag(ClientTelemetry.Attribute, telemetry.Name)
            .SetTag("mediamelon.sessionlist.offset", offset)
            .SetTag("mediamelon.sessionlist.limit", limit);
        Instruments.Requests.Add(1, telemetry.Tag);
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
            _activity?.SetStatus(ActivityStatusCode.Error); // a discarded request is not an error

        End(type);
    }

    private void End(string? errorType)
    {
        var seconds = _telemetry.Clock.GetElapsedTime(_startedAt).TotalSeconds;
        var tags = new TagList { _telemetry.Tag };
        if (errorType is not null)
            tags.Add("error.type", errorType);

        Instruments.PageDuration.Record(seconds, tags);
        _activity?.Dispose();
    }
}
