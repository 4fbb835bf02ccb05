namespace MediaMelon.SessionList.Tests.Query;

public sealed class SessionPeriodDayTests
{
    [Theory]
    // Days without a clock change.
    [InlineData("Etc/UTC", "2026-04-09", "2026-04-09T00:00:00Z", 24)]
    [InlineData("Asia/Kolkata", "2026-04-09", "2026-04-08T18:30:00Z", 24)]
    [InlineData("Pacific/Kiritimati", "2026-04-09", "2026-04-08T10:00:00Z", 24)]
    [InlineData("America/New_York", "2026-07-01", "2026-07-01T04:00:00Z", 24)]
    // The clocks change during the day.
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", 24.5)]
    // Midnight does not exist: the clocks go from 23:59:59 to 01:00.
    [InlineData("America/Sao_Paulo", "2018-11-03", "2018-11-03T03:00:00Z", 24)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23)]
    [InlineData("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z", 23)]
    // The same, by a change of the base offset. TimeZoneInfo does not report this as an invalid time.
    [InlineData("America/Argentina/San_Luis", "2008-10-12", "2008-10-12T04:00:00Z", 23)]
    // Midnight occurs twice: the clocks go from 00:59:59 back to 00:00. The day begins at the first midnight.
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z", 25)]
    // The clocks go from 00:01 back to 23:01 of the day before.
    [InlineData("America/St_Johns", "2009-11-01", "2009-11-01T02:30:00Z", 25)]
    // The clocks go from 23:59:59 back to 23:00: midnight occurs once, an hour later.
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00:00Z", 25)]
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z", 24)]
    [InlineData("Asia/Almaty", "2024-02-29", "2024-02-28T18:00:00Z", 25)]
    [InlineData("Asia/Almaty", "2024-03-01", "2024-02-29T19:00:00Z", 24)]
    [InlineData("Asia/Pyongyang", "2015-08-14", "2015-08-13T15:00:00Z", 24.5)]
    // The days before and after the day that Samoa skipped.
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", 24)]
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24)]
    public void Day_lasts_from_midnight_to_midnight_of_its_time_zone(string zone, string day, string start, double hours)
    {
        var period = SessionPeriod.Day(DateOnly.Parse(day, null), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(DateTimeOffset.Parse(start, null), period.Start);
        Assert.Equal(TimeSpan.FromHours(hours), period.Duration);
    }

    [Fact]
    public void Day_without_a_time_zone_is_in_UTC() =>
        Assert.Equal("start=1775692800,end=1775779200", SessionPeriod.Day(new DateOnly(2026, 4, 9)).ToString());

    [Fact]
    public void Day_begins_at_the_clock_change_that_skips_midnight()
    {
        // The clocks go from 23:30 to 00:30. The day begins at the clock change, not at the time that midnight would have been.
        var period = SessionPeriod.Day(new DateOnly(2026, 5, 2), ZoneThatChanges(new TimeOnly(23, 30)));

        Assert.Equal(new DateTimeOffset(2026, 5, 1, 23, 30, 0, TimeSpan.Zero), period.Start);
        Assert.Equal(TimeSpan.FromHours(23.5), period.Duration);
    }

    [Theory]
    [InlineData("Europe/Berlin", 2026)]
    [InlineData("America/Havana", 2024)]
    [InlineData("America/Sao_Paulo", 2018)]
    [InlineData("America/St_Johns", 2009)]
    [InlineData("Asia/Almaty", 2024)]
    public void Consecutive_days_have_no_gap_and_no_overlap(string zone, int year)
    {
        var days = Enumerable
            .Range(0, 365)
            .Select(number =>
                SessionPeriod.Day(new DateOnly(year, 1, 1).AddDays(number), TimeZoneInfo.FindSystemTimeZoneById(zone)))
            .ToList();

        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void Day_that_does_not_exist_in_the_time_zone_throws()
    {
        var samoa = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");

        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            "day",
            () => SessionPeriod.Day(new DateOnly(2011, 12, 30), samoa));

        Assert.Contains("Pacific/Apia", refused.Message, StringComparison.Ordinal);
    }

    private static TimeZoneInfo ZoneThatChanges(TimeOnly from)
    {
        var forward = TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, from.Hour, from.Minute, 0), 5, 1);
        var back = TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 1);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            forward,
            back);

        return TimeZoneInfo.CreateCustomTimeZone("Test/Jump", TimeSpan.Zero, "Jump", "Jump", "Jump, summer", [rule]);
    }
}
