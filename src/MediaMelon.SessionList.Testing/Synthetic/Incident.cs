namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>The story to be found: for two hours Borealis fails the Android devices of Brazil.</summary>
internal sealed class Incident
{
    private const long LongestSeconds = 2 * 3600;

    private readonly long _start;
    private readonly long _end;

    // Seven in the evening of a period that is a day.
    public Incident(SessionPeriod period)
    {
        var start = period.Start.ToUnixTimeSeconds();
        var seconds = period.End.ToUnixTimeSeconds() - start;
        _start = start + (seconds * 19 / 24);
        _end = _start + Math.Min(LongestSeconds, seconds / 12);
    }

    public bool Hits(long second, Viewer viewer, Cdn cdn) =>
        second >= _start
        && second < _end
        && cdn == Cdn.Borealis
        && viewer.Market.Country == "Brazil"
        && viewer.Platform.OperatingSystem == "Android";
}
