using MediaMelon.SessionList;

namespace SessionExplorer.RootCause;

/// <summary>Divides a period into at most 300 equal bins of a round length, which begin at round times.</summary>
internal sealed class TimeBins
{
    private const int MaxBins = 300;

    private static readonly long[] RoundSeconds =
        [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

    private readonly long _first;

    public TimeBins(SessionPeriod period)
    {
        var (start, end) = (period.Start.ToUnixTimeSeconds(), period.End.ToUnixTimeSeconds());
        Seconds = RoundSeconds.FirstOrDefault(seconds => (end - start) / seconds < MaxBins - 1);
        if (Seconds == 0)
            Seconds = ((end - start) / (MaxBins - 1) / 86_400 + 1) * 86_400;

        _first = start / Seconds;
        Count = (int)((end / Seconds) - _first) + 1;
    }

    /// <summary>The length of a bin.</summary>
    public long Seconds { get; }

    public int Count { get; }

    /// <summary>The bin of a time. -1 outside the period, as a session that ended in the
    /// period may have started earlier.</summary>
    public int At(long epochSeconds)
    {
        var bin = (epochSeconds / Seconds) - _first;
        return epochSeconds < 0 || bin < 0 || bin >= Count ? -1 : (int)bin;
    }

    public DateTimeOffset StartOf(int bin) => DateTimeOffset.FromUnixTimeSeconds((_first + bin) * Seconds);
}
