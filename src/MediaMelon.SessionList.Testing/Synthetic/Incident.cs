namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>The incident in the data: the CDN Borealis fails for Android devices in Brazil for two hours.</summary>
internal sealed class Incident
{
    private const long MaxSeconds = 2 * 3600;

    private readonly long _start;
    private readonly long _end;

    // Starts at 19:00 if the period is a day.
    public Incident(SessionPeriod period)
    {
        var start = period.Start.ToUnixTimeSeconds();
        var seconds = period.End.ToUnixTimeSeconds() - start;
        _start = start + (seconds * 19 / 24);
        _end = _start + Math.Min(MaxSeconds, seconds / 12);
    }

    public bool Hits(long second, Viewer viewer, Cdn cdn) =>
        second >= _start
        && second < _end
        && cdn == Cdn.Borealis
        && viewer.Market.Country == "Brazil"
        && viewer.Platform.OperatingSystem == "Android";
}
