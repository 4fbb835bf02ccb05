namespace MediaMelon.SessionList.Tests.Fields;

public sealed class MetricConditionTests
{
    public static TheoryData<TimeSpan, string, string> Durations { get; } =
        new()
        {
            { TimeSpan.FromMilliseconds(1500), "1.5", "0.025" },
            { TimeSpan.FromMinutes(90), "5400", "90" },
            { TimeSpan.FromSeconds(20), "20", "0.3333333333" },
            { TimeSpan.FromTicks(1), "0.0000001", "0.0000000017" },
            { TimeSpan.FromTicks(-1), "-0.0000001", "-0.0000000017" },
            { TimeSpan.Zero, "0", "0" },
            { TimeSpan.MaxValue, "922337203685.4775807", "15372286728.0912930117" },
            { TimeSpan.MinValue, "-922337203685.4775808", "-15372286728.0912930133" },
        };

    [Fact]
    public void MetricCondition_ToString_formats_each_operator()
    {
        var score = SessionMetrics.PlaybackScore;

        Assert.Equal("qualityofexperience>50", (score > 50).ToString());
        Assert.Equal("qualityofexperience<50", (score < 50).ToString());
        Assert.Equal("qualityofexperience>=50", (score >= 50).ToString());
        Assert.Equal("qualityofexperience<=50", (score <= 50).ToString());
        Assert.Equal("qualityofexperience=50", score.Is(50).ToString());
        Assert.Same(score, (score > 50).Metric);
    }

    [Theory]
    [MemberData(nameof(Durations))]
    public void MetricCondition_formats_durations_in_the_unit_of_the_metric(TimeSpan duration, string seconds, string minutes)
    {
        Assert.Equal($"latency>{seconds}", (SessionMetrics.StartupTime > duration).ToString());
        Assert.Equal($"playdur>{minutes}", (SessionMetrics.Playtime > duration).ToString());
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(10, "10")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1e-10, "0.0000000001")]
    [InlineData(-1.5e-7, "-0.00000015")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(1.2345e21, "1234500000000000000000")]
    [InlineData(123456789012345.6, "123456789012345.6")]
    [InlineData(1234567890123456.8, "1234567890123456.8")]
    [InlineData(1.5, "1.5")]
    [InlineData(1e-5, "0.00001")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void MetricCondition_formats_numbers_without_exponent(double value, string text) =>
        Assert.Equal($"x>{text}", (SessionMetrics.Number("x") > value).ToString());

    [Fact]
    public void MetricCondition_formats_extreme_numbers_and_minus_zero_as_plain_digits()
    {
        var number = SessionMetrics.Number("x");

        Assert.Equal("x>0", (number > -0.0).ToString());
        Assert.Equal("x>1" + new string('0', 300), (number > 1e300).ToString());
        Assert.Equal("x>0." + new string('0', 323) + "5", (number > double.Epsilon).ToString());
        Assert.Equal("x>-17976931348623157" + new string('0', 292), (number > double.MinValue).ToString());
    }

    [Theory]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(0, "0")]
    public void MetricCondition_formats_counts(long value, string text) =>
        Assert.Equal($"errors>={text}", (SessionMetrics.Errors >= value).ToString());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void MetricCondition_with_number_that_is_not_finite_throws(double given)
    {
        var score = SessionMetrics.PlaybackScore;

        Assert.StartsWith(
            "A metric can only be compared with a finite number.",
            Assert.Throws<ArgumentOutOfRangeException>("value", () => score > given).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => score < given);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => score >= given);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => score <= given);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => score.Is(given));
    }

    [Fact]
    public void MetricCondition_from_named_method_equals_the_operator()
    {
        var startup = SessionMetrics.StartupTime;
        var limit = TimeSpan.FromSeconds(1.5);

        Assert.Equal("latency>1.5", startup.GreaterThan(limit).ToString());
        Assert.Equal("latency>=1.5", startup.GreaterThanOrEqual(limit).ToString());
        Assert.Equal("latency<1.5", startup.LessThan(limit).ToString());
        Assert.Equal("latency<=1.5", startup.LessThanOrEqual(limit).ToString());
        Assert.Equal(startup > limit, startup.GreaterThan(limit));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => SessionMetrics.PlaybackScore.LessThan(double.NaN));
    }

    [Fact]
    public void MetricCondition_without_a_metric_throws() =>
        Assert.Throws<ArgumentNullException>("metric", () => (Metric<double>)null! > 1);

    [Fact]
    public void MetricCondition_equality_compares_metric_and_text()
    {
        var condition = SessionMetrics.StartupTime > TimeSpan.FromSeconds(2);

        Assert.Equal(condition, SessionMetrics.Number("latency") > 2);
        Assert.True(condition == SessionMetrics.Count("latency") > 2);
        Assert.Equal(condition.GetHashCode(), (SessionMetrics.Number("latency") > 2).GetHashCode());
        Assert.NotEqual(condition, SessionMetrics.StartupTime >= TimeSpan.FromSeconds(2));
        Assert.NotEqual(condition, SessionMetrics.StartupTime > TimeSpan.FromSeconds(3));
        Assert.NotEqual(condition, MetricCondition.Raw("latency>2"));
    }

    [Theory]
    [InlineData("latency>1 OR errors>0")]
    [InlineData(" x ")]
    public void MetricCondition_Raw_keeps_the_text_unchanged(string text)
    {
        var condition = MetricCondition.Raw(text);

        Assert.Equal(text, condition.ToString());
        Assert.Null(condition.Metric);
        Assert.Equal(condition, MetricCondition.Raw(text));
    }
}
