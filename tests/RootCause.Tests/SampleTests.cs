using System.Diagnostics;
using SessionExplorer.RootCause;
using SampleOfSessions = SessionExplorer.RootCause.Sample;

namespace RootCause.Tests;

public class SampleTests
{
    private static readonly DateTimeOffset Start = PlantedDay.Period.Start;

    [Theory]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("3F2504E0-4F89-41D3-9A0C-0305E82C3301")]
    [InlineData("no guid")]
    [InlineData("")]
    [InlineData(null)]
    public void Sample_session_id_round_trips(string? id)
    {
        var sample = new SampleOfSessions([new("cdn")]);
        sample.Add(["a"], Start, id, 1);

        Assert.Equal(id, sample.Id(0));
    }

    [Fact]
    public void Sample_above_capacity_is_random_sample_of_all_sessions()
    {
        var sample = new SampleOfSessions([new("cdn")], capacity: 1000);
        for (var index = 0; index < 10_000; index++)
            sample.Add(["a"], Start, $"id-{index}", index);

        Assert.Equal((10_000, 1000), (sample.Seen, sample.Count));
        Assert.InRange(sample.Measures.Average(), 4500, 5500);
        Assert.All(Enumerable.Range(0, 1000), row => Assert.Equal($"id-{sample.Measures[row]}", sample.Id(row)));
    }

    [Fact]
    public void Sample_session_without_value_is_not_examined()
    {
        var sample = new SampleOfSessions([new("cdn")]);
        sample.Add(["a"], Start, "x", null);

        Assert.Equal((0, 1), (sample.Count, sample.Unmeasured));
    }

    [Fact]
    public void Search_without_bad_sessions_finds_nothing_and_reports_it()
    {
        var sample = new SampleOfSessions([new("cdn"), new(SampleOfSessions.HourName)]);
        sample.Add(["a"], Start, "x", 1);
        var result = new RootCauseSearch(new()).Run(Frame.Create(sample, _ => false, new(PlantedDay.Period)));

        Assert.Empty(result.Findings);
        Assert.Equal("No session is bad: nothing to explain.", FindingText.Nothing(result));
    }

    [Fact]
    public void Search_with_more_values_than_limit_finds_incident()
    {
        var sample = new SampleOfSessions([new("city"), new("cdn")]);
        for (var index = 0; index < 90_000; index++)
        {
            var measure = index % 10 == 0 ? index / 10 % 2 : 0;
            sample.Add([$"city-{index % 80_000}", index % 10 == 0 ? "bad" : "good"], null, $"{index}", measure);
        }

        var frame = Frame.Create(sample, value => value > 0, new(PlantedDay.Period));

        var finding = Assert.Single(new RootCauseSearch(new()).Run(frame).Findings);
        Assert.Equal("cdn=bad", SegmentText.Format(finding.Segment, frame));
    }

    /// <summary>A million sessions with all dimensions and an incident need less than 10 s
    /// and 300 MB after the download.</summary>
    [Fact]
    public void Search_million_sessions_takes_less_than_ten_seconds_in_bounded_memory()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("ROOT_CAUSE_MILLION") is not null,
            "A measurement, which needs ROOT_CAUSE_MILLION=1 and an idle machine.");
        var day = new PlantedDay(1, 1_000_000).Plant(session => session.Cdn == "Delta", 0.1);
        var sample = day.ToSample(_ => true);

        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var frame = Frame.Create(sample, startup => startup > day.Limit, new(PlantedDay.Period));
        var result = new RootCauseSearch(new()).Run(frame, sample, isWorstWhenLow: false);
        var elapsed = watch.Elapsed;

        Console.Error.WriteLine(
            $"1,000,000 sessions: {elapsed.TotalSeconds:0.0} s, {(GC.GetTotalMemory(false) - before) / 1e6:0} MB more");
        Assert.NotEmpty(result.Findings);
        Assert.True(elapsed < TimeSpan.FromSeconds(10), $"It took {elapsed}.");
    }
}
