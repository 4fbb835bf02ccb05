using MediaMelon.SessionList;
using SessionExplorer.RootCause;

namespace RootCause.Tests;

/// <summary>An incident to plant, and the expected finding.</summary>
/// <param name="Name">A description for the table of the documentation.</param>
/// <param name="MustBeFound">Whether it must be found in 95 of 100 data sets. If false, it may be found in at most 5.</param>
/// <param name="IsFound">Plants it into the data of a seed, and returns whether it was found at rank 1.</param>
internal sealed record Incident(string Name, bool MustBeFound, Func<int, bool> IsFound)
{
    private const int Default = PlantedDay.DefaultSessions;

    public static IReadOnlyList<Incident> All { get; } =
    [
        new("none", false, seed => new PlantedDay(seed).Search().Result.Findings.Count > 0),
        Value("one value, `cdn=Delta`, explains 10 %", 0.10, Default, ("cdn", "Delta")),
        Value("one value, `platform=Tizen`, explains 10 %", 0.10, Default, ("platform", "Tizen")),
        Value("one value of many sessions (43 %), `device=mobile`, explains 10 %, 80,000 sessions", 0.10, 80_000,
            ("device", "mobile")),
        Value("one title of 40, `assetname=Quiet as Copper`, explains 10 %", 0.10, Default, ("assetname", "Quiet as Copper")),
        Value("a pair, `cdn=Borealis` and `country=Brazil`, explains 10 %", 0.10, Default, ("cdn", "Borealis"),
            ("country", "Brazil")),
        Value("a pair, `platform=Android` and `cdn=Cumulo`, explains 10 %", 0.10, Default, ("platform", "Android"),
            ("cdn", "Cumulo")),
        new("20 minutes, explain 10 %", true, seed => TwentyMinutes(seed, 0.10)),
        new("two at once, `platform=Tizen` and the pair of India and Delta, explain 12 % each", true, TwoAtOnce),
        new("Simpson's paradox: India is bad, Delta is better everywhere but more used there", true, Simpson),
        new("`compare`: none", false, seed => new PlantedPair(seed).Compare().Findings.Count > 0),
        new("`compare`: one value, `cdn=Delta`, gets worse: 20 % of the later bad sessions", true, PlantedPair.FindsRate),
        new("`compare`: more of `country=India`, where more is bad, and no rate changes", true, PlantedPair.FindsMix),
        new("`compare`: Simpson's paradox: each country gets better, but there is more of India", true, PlantedPair.FindsParadox),
    ];

    public override string ToString() => Name;

    private static Incident Value(string name, double explained, int sessions, params (string Name, string Value)[] conditions) =>
        new(
            name,
            true,
            seed =>
            {
                var day = new PlantedDay(seed, sessions).Plant(session => Meets(session, conditions), explained);
                var (result, frame) = day.Search();
                return result.Findings is [var first, ..] && Conditions(first, frame).SetEquals(conditions);
            });

    private static bool TwentyMinutes(int seed, double explained)
    {
        var day = new PlantedDay(seed);
        var (from, until) = day.DrawTwentyMinutes();
        var (result, frame) = day.Plant(session => session.StartTime >= from && session.StartTime < until, explained).Search();
        if (result.Findings is not [{ Segment.Conditions: [{ IsWindow: true } window] }, ..])
            return false;

        // The sessions that both have in common are at least half of the sessions of each.
        var (begin, end) = (frame.Bins.StartOf(window.Value), frame.Bins.StartOf(window.Until));
        var common = Earlier(until, end) - Later(from, begin);
        return common * 2 >= Later(until, end) - Earlier(from, begin);
    }

    private static bool TwoAtOnce(int seed)
    {
        (string, string)[] pair = [("country", "India"), ("cdn", "Delta")];
        (string, string)[] value = [("platform", "Tizen")];
        var day = new PlantedDay(seed).Plant(session => Meets(session, pair), 0.12).Plant(session => Meets(session, value), 0.12);
        var (result, frame) = day.Search();
        return result.Findings is [var first, var second]
            && Conditions(first, frame) is var one
            && Conditions(second, frame) is var other
            && ((one.SetEquals(pair) && other.SetEquals(value)) || (one.SetEquals(value) && other.SetEquals(pair)));
    }

    private static bool Simpson(int seed)
    {
        var day = new PlantedDay(seed)
            .Plant(session => session.Country == "India", 0.35)
            .Heal(session => session.Cdn == "Delta", 0.2);
        var delta = day.Count(session => session.Cdn == "Delta");
        Assert.True(delta.Rate > day.Count(session => session.Cdn != "Delta").Rate, "Delta must look worse than the others.");

        var (result, frame) = day.Search();
        return result.Findings is [var first, ..]
            && Conditions(first, frame).SetEquals([("country", "India")])
            && !result.Findings.Any(finding => Conditions(finding, frame).Contains(("cdn", "Delta")));
    }

    private static bool Meets(VideoSession session, (string Name, string Value)[] conditions) =>
        conditions.All(condition =>
            condition.Value == condition.Name switch
            {
                "cdn" => session.Cdn,
                "platform" => session.OperatingSystem,
                "device" => session.DeviceType,
                "assetname" => session.AssetName,
                _ => session.Country,
            });

    private static HashSet<(string, string)> Conditions(Finding finding, Frame frame) =>
        [.. finding.Segment.Conditions.Select(condition => condition.IsWindow
            ? ("time", $"{condition.Value}")
            : (frame.Dimensions[condition.Dimension].Name, frame.Text(condition.Dimension, condition.Value) ?? ""))];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
