using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using SessionExplorer.Catalogue;
using SessionExplorer.RootCause;
using SampleOfSessions = SessionExplorer.RootCause.Sample;

namespace RootCause.Tests;

/// <summary>A day of sessions without an incident, into which tests plant incidents.</summary>
/// <remarks>The sessions are SyntheticSessions with all their correlations between dimensions. Their startup times are
/// shuffled among them, so that no dimension is correlated with them: a permutation of the data is the strictest
/// data without an incident.</remarks>
internal sealed class PlantedDay
{
    public const int DefaultSessions = 20_000;
    private const double BadStartup = 60;

    private static readonly Column[] Columns = [.. DimensionList.Default.OfType<Column>()];

    private readonly Random _random;

    public PlantedDay(int seed, int sessions = DefaultSessions)
    {
        _random = new Random(seed);
        All = [.. SyntheticSessions.Generate(sessions, Period, seed).Where(session => session.StartupTime is not null)];
        Startups = [.. All.Select(session => session.StartupTime!.Value.TotalSeconds)];
        _random.Shuffle(Startups);
        Limit = Startups.Order().ElementAt((int)(Startups.Length * 0.95));
        BadWithoutIncident = Startups.Count(startup => startup > Limit);
    }

    public static SessionPeriod Period { get; } = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    public VideoSession[] All { get; }

    public double[] Startups { get; }

    public double Limit { get; }

    public int BadWithoutIncident { get; }

    /// <summary>Makes sessions of a segment bad until they explain this share of all bad sessions.</summary>
    public PlantedDay Plant(Func<VideoSession, bool> isInside, double explained)
    {
        var more = (int)Math.Ceiling(BadWithoutIncident * explained / (1 - explained));
        int[] good = [.. Enumerable.Range(0, All.Length).Where(index => isInside(All[index]) && Startups[index] <= Limit)];
        Assert.True(good.Length >= more, $"The segment has {good.Length} good sessions, too few for {more} bad ones.");
        _random.Shuffle(good);
        foreach (var index in good.Take(more))
            Startups[index] = BadStartup;

        return this;
    }

    /// <summary>Makes a share of the bad sessions of a segment good.</summary>
    public PlantedDay Heal(Func<VideoSession, bool> isInside, double share)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (isInside(All[index]) && Startups[index] > Limit && _random.NextDouble() < share)
                Startups[index] = Limit / 2;
        }

        return this;
    }

    /// <summary>20 minutes of the evening, not aligned to bins.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) DrawTwentyMinutes()
    {
        var from = Period.Start.AddHours(18).AddSeconds(_random.Next(4 * 3600));
        return (from, from.AddMinutes(20));
    }

    public Counts Count(Func<VideoSession, bool> isInside)
    {
        int[] inside = [.. Enumerable.Range(0, All.Length).Where(index => isInside(All[index]))];
        return new(inside.Length, inside.Count(index => Startups[index] > Limit));
    }

    public (SearchResult Result, Frame Frame) Search()
    {
        var sample = ToSample(_ => true);
        var frame = Frame.Create(sample, startup => startup > Limit, new(Period));
        return (new RootCauseSearch(new()).Run(frame, sample, isWorstWhenLow: false), frame);
    }

    public SampleOfSessions ToSample(Func<VideoSession, bool> isInside, DimensionValues[]? dimensions = null)
    {
        var sample = new SampleOfSessions(dimensions ?? Dimensions(withHour: true));
        for (var index = 0; index < All.Length; index++)
        {
            var session = All[index];
            if (!isInside(session))
                continue;

            string?[] values = [.. Columns.Select(column => column.Read(session)?.ToString())];
            sample.Add(values, session.StartTime, session.SessionId, Startups[index]);
        }

        return sample;
    }

    public static DimensionValues[] Dimensions(bool withHour)
    {
        var columns = Columns.Select(column => new DimensionValues(column.Field.Name, column));
        return [.. columns, .. withHour ? [new DimensionValues(SampleOfSessions.HourName)] : (DimensionValues[])[]];
    }
}
