using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Query;

public sealed class SessionPeriodTests
{
    private const long Limit = 100_000_000_000;

    private static readonly DateTimeOffset Noon = new(2026, 4, 9, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> InvalidPeriods { get; } =
        new(
            "", "start=1", "start=1,end=2,", "start=1,end=2,x=3", "start=1;end=2", "end=2,start=1", "start=,end=2",
            "start=1,end=", "Start=1,end=2", "START=1,END=2", "start=1.5,end=2", "start=1e3,end=2000",
            "start=1 000,end=2000", "start=0x1,end=2", "start=\u0661,end=\u0662", "start==1,end=2", "=1,=2", "start=2,end=1",
            "start=2,end=2", "start=-1,end=2", "start=1,end=100000000000",
            "start=1775749962000,end=1775836362000",
            "start=1,end=99999999999999999999999");

    [Fact]
    public void FromUnixSeconds_keeps_start_and_end()
    {
        var period = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

        Assert.Equal("start=1775749962,end=1775836362", period.ToString());
        Assert.Equal(new DateTimeOffset(2026, 4, 9, 15, 52, 42, TimeSpan.Zero), period.Start);
        Assert.Equal(new DateTimeOffset(2026, 4, 10, 15, 52, 42, TimeSpan.Zero), period.End);
        Assert.Equal(TimeSpan.Zero, period.Start.Offset);
        Assert.Equal(TimeSpan.FromDays(1), period.Duration);
    }

    [Fact]
    public void SessionPeriod_equality_compares_start_and_end_only()
    {
        var period = SessionPeriod.Between(Noon, Noon.AddHours(1));

        Assert.Equal(period, SessionPeriod.Between(Noon.ToOffset(TimeSpan.FromHours(9)), Noon.AddHours(1)));
        Assert.Equal(period, SessionPeriod.Parse(period.ToString()));
        Assert.NotEqual(period, SessionPeriod.Between(Noon, Noon.AddHours(2)));
    }

    [Theory]
    [InlineData(0, 10_000_000, 0, 1)]
    [InlineData(0, 10_000_001, 0, 2)]
    [InlineData(9_999_999, 10_000_000, 0, 1)]
    [InlineData(9_999_999, 10_000_001, 0, 2)]
    [InlineData(2_000_000, 2_000_001, 0, 1)]
    [InlineData(10_000_000, 30_000_000, 1, 3)]
    public void Between_rounds_outwards_to_whole_seconds(long startTicks, long endTicks, int startSecond, int endSecond)
    {
        var period = SessionPeriod.Between(Noon.AddTicks(startTicks), Noon.AddTicks(endTicks));

        Assert.Equal(Noon.AddSeconds(startSecond), period.Start);
        Assert.Equal(Noon.AddSeconds(endSecond), period.End);
    }

    [Fact]
    public void SessionPeriod_with_end_not_after_start_throws()
    {
        Assert.Throws<ArgumentException>("end", () => SessionPeriod.Between(Noon, Noon));
        Assert.Throws<ArgumentException>("end", () => SessionPeriod.Between(Noon, Noon.AddTicks(-1)));
        Assert.Throws<ArgumentException>("end", () => SessionPeriod.Between(Noon.AddTicks(5), Noon.AddTicks(5)));
        Assert.Throws<ArgumentException>("end", () => SessionPeriod.Between(Noon.AddTicks(5), Noon.AddTicks(4)));
        Assert.Throws<ArgumentException>("end", () => SessionPeriod.FromUnixSeconds(5, 5));
        Assert.Throws<ArgumentException>("end", () => SessionPeriod.FromUnixSeconds(5, 4));
    }

    [Fact]
    public void SessionPeriod_outside_the_years_1970_to_5138_throws()
    {
        Assert.Equal($"start=0,end={Limit - 1}", SessionPeriod.FromUnixSeconds(0, Limit - 1).ToString());
        Assert.Equal(
            "start=0,end=1",
            SessionPeriod.Between(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(1)).ToString());

        Assert.Throws<ArgumentOutOfRangeException>("start", () => SessionPeriod.FromUnixSeconds(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => SessionPeriod.FromUnixSeconds(0, Limit));
        Assert.Throws<ArgumentOutOfRangeException>(
            "start",
            () => SessionPeriod.Between(DateTimeOffset.UnixEpoch.AddTicks(-1), Noon));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => SessionPeriod.Between(DateTimeOffset.MinValue, Noon));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => SessionPeriod.Between(Noon, DateTimeOffset.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => SessionPeriod.Between(Noon, At(Limit - 1).AddTicks(1)));
        Assert.Equal(At(Limit - 1), SessionPeriod.Between(Noon, At(Limit - 1)).End);
        Assert.Throws<ArgumentOutOfRangeException>("day", () => SessionPeriod.Day(new DateOnly(1969, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => SessionPeriod.Day(DateOnly.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => SessionPeriod.Day(DateOnly.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => SessionPeriod.Day(new DateOnly(5138, 11, 16)));
        Assert.Equal(new DateTimeOffset(5138, 11, 16, 0, 0, 0, TimeSpan.Zero), SessionPeriod.Day(new DateOnly(5138, 11, 15)).End);
        Assert.Equal(DateTimeOffset.UnixEpoch, SessionPeriod.Day(new DateOnly(1970, 1, 1)).Start);
    }

    [Theory]
    [InlineData(1775749962000, 1775836362000)]
    [InlineData(Limit, long.MaxValue)]
    [InlineData(1775749962, 1775836362000)]
    public void FromUnixSeconds_with_large_numbers_throws_and_suggests_milliseconds(long start, long end)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => SessionPeriod.FromUnixSeconds(start, end));

        Assert.Contains("in milliseconds", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_ends_at_the_current_time_and_does_not_move_later()
    {
        var clock = new FakeTimeProvider(Noon);

        var period = SessionPeriod.Last(TimeSpan.FromHours(24), clock);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Noon.AddDays(-1), period.Start);
        Assert.Equal(Noon, period.End);
        Assert.Equal(Noon.AddHours(1), SessionPeriod.Last(TimeSpan.FromHours(24), clock).End);
    }

    [Fact]
    public void Last_rounds_outwards_to_whole_seconds()
    {
        var clock = new FakeTimeProvider(Noon.AddMilliseconds(500));

        Assert.Equal(
            SessionPeriod.Between(Noon.AddSeconds(-1), Noon.AddSeconds(1)),
            SessionPeriod.Last(TimeSpan.FromSeconds(1), clock));
        Assert.Equal(SessionPeriod.Between(Noon, Noon.AddSeconds(1)), SessionPeriod.Last(TimeSpan.FromTicks(1), clock));
    }

    [Fact]
    public void Last_with_start_before_1970_or_duration_not_positive_throws()
    {
        var clock = new FakeTimeProvider(Noon);

        Assert.Equal(DateTimeOffset.UnixEpoch, SessionPeriod.Last(Noon - DateTimeOffset.UnixEpoch, clock).Start);
        Assert.Throws<ArgumentOutOfRangeException>(
            "duration",
            () => SessionPeriod.Last(Noon - DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(1), clock));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => SessionPeriod.Last(TimeSpan.MaxValue, clock));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => SessionPeriod.Last(TimeSpan.Zero, clock));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => SessionPeriod.Last(TimeSpan.FromHours(-1), clock));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => SessionPeriod.Last(TimeSpan.MinValue, clock));
    }

    [Fact]
    public void Last_uses_the_system_clock_by_default() =>
        Assert.InRange(
            SessionPeriod.Last(TimeSpan.FromHours(1)).End,
            TimeProvider.System.GetUtcNow().AddMinutes(-5),
            TimeProvider.System.GetUtcNow().AddMinutes(5));

    [Fact]
    public void Split_returns_adjacent_slices_with_a_shared_boundary()
    {
        var slices = SessionPeriod.FromUnixSeconds(100, 110).Split(TimeSpan.FromSeconds(4));

        Assert.Equal(["start=100,end=104", "start=104,end=108", "start=108,end=110"], slices.Select(slice => slice.ToString()));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(5, 2)]
    [InlineData(9, 2)]
    [InlineData(10, 1)]
    [InlineData(11, 1)]
    [InlineData(922337203685, 1)]
    public void Split_returns_slices_that_cover_the_period(long seconds, int count)
    {
        var period = SessionPeriod.FromUnixSeconds(Limit - 11, Limit - 1);

        var slices = period.Split(TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond)).ToList();

        Assert.Equal(count, slices.Count);
        Assert.Equal(period.Start, slices[0].Start);
        Assert.Equal(period.End, slices[^1].End);
        Assert.All(slices.Zip(slices.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void Split_is_lazy() =>
        Assert.Equal(
            TestQueries.Period.Start,
            SessionPeriod.FromUnixSeconds(1775749962, Limit - 1).Split(TimeSpan.FromSeconds(1)).First().Start);

    [Theory]
    [InlineData(0)]
    [InlineData(-10_000_000)]
    [InlineData(5_000_000)]
    [InlineData(15_000_000)]
    [InlineData(long.MaxValue)]
    public void Split_without_positive_whole_seconds_throws(long ticks) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "slice",
            () =>
            {
                TestQueries.Period.Split(new TimeSpan(ticks));
            });

    [Theory]
    [InlineData("start=1775749962,end=1775836362")]
    [InlineData("start=1775749962, end=1775836362")]
    [InlineData(" start = 1775749962 ,\tend = 1775836362\n")]
    [InlineData("start=+1775749962,end=0001775836362")]
    public void SessionPeriod_Parse_accepts_the_formats_of_the_vendor(string text)
    {
        Assert.Equal(TestQueries.Period, SessionPeriod.Parse(text));
        Assert.True(SessionPeriod.TryParse(text, out var period));
        Assert.Equal(TestQueries.Period, period);
    }

    [Theory]
    [MemberData(nameof(InvalidPeriods))]
    public void SessionPeriod_Parse_with_invalid_text_throws(string text)
    {
        Assert.Throws<FormatException>(() => SessionPeriod.Parse(text));
        Assert.False(SessionPeriod.TryParse(text, out var period));
        Assert.Null(period);
    }

    [Fact]
    public void SessionPeriod_Parse_with_invalid_text_throws_with_the_reason()
    {
        Assert.Contains("in milliseconds", Message("start=1775749962000,end=1775836362000"), StringComparison.Ordinal);
        Assert.Contains("1970", Message("start=-1,end=5"), StringComparison.Ordinal);
        Assert.Contains("before 1970", Message("start=-1,end=1775836362000"), StringComparison.Ordinal);
        Assert.Contains("later", Message("start=7,end=5"), StringComparison.Ordinal);
        Assert.Contains("start=SECONDS,end=SECONDS", Message("yesterday"), StringComparison.Ordinal);

        static string Message(string text) => Assert.Throws<FormatException>(() => SessionPeriod.Parse(text)).Message;
    }

    [Fact]
    public void SessionPeriod_with_invalid_values_throws_with_the_reason()
    {
        var period = SessionPeriod.FromUnixSeconds(0, 10);

        Assert.StartsWith("The end must be later than the start. 2026-", Message(() => SessionPeriod.Between(Noon, Noon)), StringComparison.Ordinal);
        Assert.StartsWith("The end must be later than the start. 4 is", Message(() => SessionPeriod.FromUnixSeconds(5, 4)), StringComparison.Ordinal);
        Assert.StartsWith("The duration must be positive", Message(() => SessionPeriod.Last(TimeSpan.Zero)), StringComparison.Ordinal);
        Assert.StartsWith("The day must be between 1970", Message(() => SessionPeriod.Day(DateOnly.MinValue)), StringComparison.Ordinal);
        Assert.StartsWith("A slice must be whole seconds", Message(() => period.Split(TimeSpan.Zero)), StringComparison.Ordinal);

        static string Message(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).Message;
    }

    [Fact]
    public void SessionPeriod_Parse_with_null_throws()
    {
        Assert.Throws<ArgumentNullException>("text", () => SessionPeriod.Parse(null!));
        Assert.False(SessionPeriod.TryParse(null, out _));
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
