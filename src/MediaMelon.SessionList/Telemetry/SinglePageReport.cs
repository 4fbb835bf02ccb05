namespace MediaMelon.SessionList.Telemetry;

/// <summary>The telemetry of a page outside a listing: the same as for a page of a listing, and a log message.</summary>
internal sealed class SinglePageReport(ClientTelemetry telemetry, long offset)
{
    private readonly long _startedAt = telemetry.Clock.GetTimestamp();
    private readonly UnreadableCounts _unreadable = new(telemetry);

    public PageReport StartPage(long offsetOfRequest, int limit) => new(null, telemetry, offsetOfRequest, limit);

    public void Received(IReadOnlyDictionary<string, int>? unreadable) => _unreadable.Add(unreadable);

    public void EndedEarly(long position, long reportedCount) =>
        Log.EndedBeforeCounters(telemetry.Logger, position, reportedCount);

    public void End(int sessions)
    {
        Instruments.Pages.Add(1, telemetry.Tag);
        Instruments.Sessions.Add(sessions, telemetry.Tag);
        _unreadable.Report();
        Log.PageEnded(telemetry.Logger, ListingReport.Completed, offset, sessions, _unreadable.ToString(), Seconds());
    }

    public void Fail(Exception failure)
    {
        if (failure is OperationCanceledException)
            Log.PageEnded(telemetry.Logger, ListingReport.Cancelled, offset, 0, _unreadable.ToString(), Seconds());
        else
            Log.PageFailed(telemetry.Logger, ListingReport.Failed, offset, Seconds(), failure.GetType().Name);
    }

    private double Seconds() => telemetry.Clock.GetElapsedTime(_startedAt).TotalSeconds;
}
