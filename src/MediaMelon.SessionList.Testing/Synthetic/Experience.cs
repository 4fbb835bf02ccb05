namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>The quality of a session: startup in seconds, rebuffering and buffering in percent, CDN change rate.</summary>
internal readonly record struct Experience(double Startup, double Rebuffering, double Buffering, double CdnChangeRate)
{
    private const double CorrelatedShare = 0.4;

    // Long-tailed: the median is 1.4 s, the 95th percentile is 4.5 s, the 99.9th percentile is 20 s. A high load adds to it.
    private static readonly Quantiles StartupSeconds = new(
        (0, 0.25), (0.05, 0.5), (0.25, 0.9), (0.5, 1.4), (0.75, 2.2), (0.9, 3.3), (0.95, 4.5), (0.99, 10), (0.999, 20), (1, 45));

    private static readonly Quantiles RebufferingPercentages = new(
        (0, 0), (0.4, 0), (0.7, 0.25), (0.9, 1.5), (0.97, 4.5), (0.995, 14), (1, 40));

    private static readonly Quantiles IncidentPercentages = new((0, 9), (0.5, 22), (1, 58));

    public static Experience Draw(ref SplitMix64 random, double load, bool incident)
    {
        var luck = random.Fraction();
        var slow = StartupSeconds.At(luck) * (0.65 + (0.35 * load)) * (incident ? 3 : 1);

        // Slow startup and rebuffering are correlated, because a slow network often causes both.
        var stall = random.Chance(CorrelatedShare) ? luck : random.Fraction();
        var rebuffering = incident ? IncidentPercentages.At(stall) : Math.Min(95, RebufferingPercentages.At(stall) * load);
        var buffering = Math.Min(100, rebuffering + random.Between(0.1, 1.6));
        var switches = random.Chance(rebuffering > 5 ? 0.35 : 0.02) ? random.Between(0.2, 2.5) : 0;

        return new Experience(Round(slow), Round(rebuffering), Round(buffering), Round(switches));
    }

    public double Score(long errors, bool fatal, double noise)
    {
        var late = Math.Min(40, Math.Max(0, Startup - 1) * 4);
        var stalled = Math.Min(60, Rebuffering * 2.5);
        var wrong = Math.Min(15, errors * 3) + (fatal ? 25 : 0);
        return Round(Math.Clamp(100 - late - stalled - wrong - noise, 0, 100), 10);
    }

    // Does not use Math.Round, because its results for halves depend on the .NET version.
    private static double Round(double value, int parts = 1000) => Math.Floor((value * parts) + 0.5) / parts;
}
