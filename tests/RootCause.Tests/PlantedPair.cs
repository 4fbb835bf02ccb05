using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Comparison;
using SessionExplorer.RootCause;

namespace RootCause.Tests;

/// <summary>Two days without an incident, into which tests plant changes.</summary>
internal sealed class PlantedPair(int seed)
{
    private readonly Random _random = new(seed);

    public PlantedDay Before { get; } = new(seed);

    public PlantedDay After { get; } = new(seed + 1_000_000);

    public static bool FindsRate(int seed)
    {
        var pair = new PlantedPair(seed);
        pair.After.Plant(session => session.Cdn == "Delta", 0.2);
        return pair.Compare() is { Findings: [{ Kind: ChangeKind.Rate } first, ..] } comparison
            && comparison.Segment(first.Change) == "cdn=Delta";
    }

    /// <summary>India's rate is high on both days. On the second day, two of three other sessions are missing.</summary>
    public static bool FindsMix(int seed)
    {
        var pair = new PlantedPair(seed);
        pair.Before.Plant(IsIndia, 0.35);
        pair.After.Plant(IsIndia, 0.35);
        var comparison = pair.Compare(session => IsIndia(session) || pair._random.Next(3) == 0);
        return comparison.Findings is [{ Kind: ChangeKind.Mix } first, ..]
            && comparison.Segment(first.Change) == "country=India"
            && !comparison.Findings.Any(finding => finding.Kind == ChangeKind.Rate);
    }

    /// <summary>As before, and a fifth of the bad sessions of every country is made good: all
    /// rates fall, and their mean rises.</summary>
    public static bool FindsParadox(int seed)
    {
        var pair = new PlantedPair(seed);
        pair.Before.Plant(IsIndia, 0.35);
        pair.After.Plant(IsIndia, 0.35).Heal(_ => true, 0.2);
        var comparison = pair.Compare(session => IsIndia(session) || pair._random.Next(4) == 0);
        Assert.True(comparison.Change > 0, "The rate of all must rise.");

        return comparison.Findings is [{ Kind: ChangeKind.Mix, Effect: > 0 } first, ..]
            && comparison.Segment(first.Change) == "country=India";
    }

    public PeriodComparison Compare(Func<VideoSession, bool>? isKept = null)
    {
        var dimensions = PlantedDay.Dimensions(withHour: false);
        var query = SessionQuery.For(SessionMetrics.StartupTime, PlantedDay.Period);
        return PeriodComparison.Create(
            (query, Before.ToSample(_ => true, dimensions)),
            (query, After.ToSample(isKept ?? (_ => true), dimensions)),
            new Measure(KnownColumns.StartupTime),
            (Before.Limit, false));
    }

    private static bool IsIndia(VideoSession session) => session.Country == "India";
}
