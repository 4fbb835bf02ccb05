using System.Text.Json;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>The JSON values that each kind of field accepts.</summary>
public sealed class VideoSessionReadingTests
{
    // JSON values that mean "no value" in all fields except text.
    private static readonly string[] NoValues =
    [
        "null",
        "\"\"",
        "\"-\"",
        "\"null\"",
        "\"NULL\"",
        "\"Null\"",
        "\"NaN\"",
        "\"nan\"",
        "\"NAN\"",
        "\"  \"",
        "\" - \"",
        "\"\\u002d\"",
        "\"n\\u0075ll\"",
    ];

    private static readonly string[] Containers = ["{}", "[]", "[1]", "{\"a\":[1,{\"b\":null}]}"];

    private static readonly Field<double>[] Numbers =
    [
        SessionMetrics.RebufferingPercentage,
        SessionMetrics.BufferingTimePercentage,
        SessionMetrics.PlaybackScore,
        SessionMetrics.CdnChangeRate,
        SessionMetrics.Number("mine"),
    ];

    private static readonly Field<long>[] Counts =
    [
        SessionMetrics.Errors,
        SessionMetrics.FatalErrors,
        SessionMetrics.Count("mine"),
    ];

    private static readonly Field<TimeSpan>[] Seconds =
    [
        SessionMetrics.StartupTime,
        SessionFields.WatchTime,
        SessionMetrics.Seconds("mine"),
    ];

    private static readonly Field<TimeSpan>[] Minutes = [SessionMetrics.Playtime, SessionMetrics.Minutes("mine")];

    private static readonly Field<DateTimeOffset>[] Times =
    [
        SessionFields.StartTime,
        SessionFields.EndTime,
        SessionFields.Time("mine"),
    ];

    private static readonly Field<bool>[] Flags = [SessionDimensions.IsLive, SessionDimensions.Flag("mine")];

    private static readonly Field<string>[] Texts =
    [
        SessionFields.SessionId,
        SessionFields.AssetName,
        SessionFields.SourceFormat,
        SessionDimensions.Country,
        SessionDimensions.DeviceType,
        SessionDimensions.OperatingSystem,
        SessionDimensions.PlayerName,
        SessionDimensions.Cdn,
        SessionDimensions.SubscriberId,
        SessionDimensions.ErrorCode,
        SessionDimensions.Drm,
        SessionDimensions.Text("mine"),
    ];

    private static readonly Field<ViewStatus>[] Statuses = [SessionDimensions.ViewStatus];

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("\"12.5\"", 12.5)]
    [InlineData("\" 12.5 \"", 12.5)]
    [InlineData("\"12\\u002e5\"", 12.5)]
    [InlineData("0", 0)]
    [InlineData("-3", -3)]
    [InlineData("1e3", 1000)]
    [InlineData("\"1E-3\"", 0.001)]
    [InlineData("100.0", 100)]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625", 0.1)]
    [InlineData("1.7976931348623157E+308", double.MaxValue)]
    public void VideoSession_Deserialize_number_sets_the_field(string json, double value) => AssertRead(Numbers, json, value);

    [Theory]
    [InlineData("\"12,5\"")]
    [InlineData("\"1,000.5\"")]
    [InlineData("\"12.5%\"")]
    [InlineData("\"12.5 13\"")]
    [InlineData("\"--\"")]
    [InlineData("\"n/a\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"-Infinity\"")]
    [InlineData("\"\u221e\"")]
    [InlineData("\"\u0661\u0662\"")]
    [InlineData("\"0x10\"")]
    [InlineData("1e999")]
    [InlineData("\"1e999\"")]
    [InlineData("true")]
    [InlineData("false")]
    public void VideoSession_Deserialize_invalid_number_keeps_it_in_AdditionalFields(string json) =>
        AssertUnreadable(Numbers, json);

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2)]
    [InlineData("\"2\"", 2)]
    [InlineData("\"2.000\"", 2)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-7", -7)]
    [InlineData("2e2", 200)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    [InlineData("-9223372036854775807", -long.MaxValue)]
    public void VideoSession_Deserialize_count_sets_the_field(string json, long value) => AssertRead(Counts, json, value);

    [Theory]
    [InlineData("2.5")]
    [InlineData("\"2,0\"")]
    [InlineData("\"two\"")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("-9223372036854775808")]
    [InlineData("1e30")]
    [InlineData("1e-5")]
    [InlineData("true")]
    public void VideoSession_Deserialize_invalid_count_keeps_it_in_AdditionalFields(string json) =>
        AssertUnreadable(Counts, json);

    [Theory]
    [InlineData("1.5", 15_000_000)]
    [InlineData("\"1.5\"", 15_000_000)]
    [InlineData("0", 0)]
    [InlineData("-2", -20_000_000)]
    [InlineData("1e3", 10_000_000_000)]
    [InlineData("0.0000001", 1)]
    [InlineData("86400.1234567", 864_001_234_567)]
    [InlineData("922337203685.4775807", long.MaxValue)]
    public void VideoSession_Deserialize_duration_in_seconds_sets_the_field(string json, long ticks) =>
        AssertRead(Seconds, json, new TimeSpan(ticks));

    [Theory]
    [InlineData("1.5", 900_000_000)]
    [InlineData("\"0.3333333333\"", 200_000_000)]
    [InlineData("90", 54_000_000_000)]
    public void VideoSession_Deserialize_duration_in_minutes_sets_the_field(string json, long ticks) =>
        AssertRead(Minutes, json, new TimeSpan(ticks));

    [Theory]
    [InlineData("1e12")]
    [InlineData("-1e12")]
    [InlineData("1e300")]
    [InlineData("\"00:01:30\"")]
    [InlineData("\"1,5\"")]
    [InlineData("true")]
    public void VideoSession_Deserialize_invalid_duration_keeps_it_in_AdditionalFields(string json) =>
        AssertUnreadable([.. Seconds, .. Minutes], json);

    [Theory]
    [InlineData("1775749962", 0)]
    [InlineData("\"1775749962\"", 0)]
    [InlineData("1775749962.0", 0)]
    [InlineData("1.775749962E9", 0)]
    [InlineData("1775749962.5", 5_000_000)]
    [InlineData("1775749962.1234567", 1_234_567)]
    public void VideoSession_Deserialize_time_sets_the_field(string json, long ticks) =>
        AssertRead(Times, json, TestQueries.Period.Start.AddTicks(ticks));

    [Theory]
    [InlineData("0", "1970-01-01T00:00:00Z")]
    [InlineData("-1", "1969-12-31T23:59:59Z")]
    [InlineData("99999999999", "5138-11-16T09:46:39Z")]
    [InlineData("-62135596800", "0001-01-01T00:00:00Z")]
    public void VideoSession_Deserialize_time_at_the_bounds_sets_the_field(string json, string time) =>
        AssertRead(Times, json, DateTimeOffset.Parse(time, null));

    [Theory]
    [InlineData("1775749962000")]
    [InlineData("\"1775749962000\"")]
    [InlineData("100000000000")]
    [InlineData("-62135596801")]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("\"2026-04-09T15:52:42Z\"")]
    [InlineData("true")]
    public void VideoSession_Deserialize_invalid_time_keeps_it_in_AdditionalFields(string json) => AssertUnreadable(Times, json);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("\"False\"", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    public void VideoSession_Deserialize_boolean_sets_the_field(string json, bool value) => AssertRead(Flags, json, value);

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("\"yes\"")]
    [InlineData("\"live\"")]
    [InlineData("\"truefalse\"")]
    public void VideoSession_Deserialize_invalid_boolean_keeps_it_in_AdditionalFields(string json) =>
        AssertUnreadable(Flags, json);

    [Theory]
    [InlineData("\"HLS\"", "HLS")]
    [InlineData("\"\"", "")]
    [InlineData("\"-\"", "-")]
    [InlineData("\"null\"", "null")]
    [InlineData("\"NaN\"", "NaN")]
    [InlineData("\" x \"", " x ")]
    [InlineData("\"a\\n\\\"b\\\\\\u00e9\\ud83d\\ude00\"", "a\n\"b\\é\ud83d\ude00")]
    [InlineData("5", "5")]
    [InlineData("-1.50e3", "-1.50e3")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public void VideoSession_Deserialize_text_field_keeps_text_unchanged_and_scalars_as_JSON(string json, string value)
    {
        AssertRead(Texts, json, value);
        AssertRead(Statuses, json, new ViewStatus(value));
        Assert.Equal(value, Read($"{{\"status\":{json}}}").ViewStatus!.Value.Value);
    }

    [Fact]
    public void VideoSession_Deserialize_long_text_sets_the_field()
    {
        var title = string.Concat(Enumerable.Repeat("Título \"largo\" ", 1000));

        Assert.Equal(title, Read($"{{\"assetname\":{JsonSerializer.Serialize(title)}}}").AssetName);
    }

    [Fact]
    public void VideoSession_Deserialize_null_text_sets_no_field()
    {
        AssertNoValue(Texts, "null");
        AssertNoValue(Statuses, "null");
    }

    [Fact]
    public void VideoSession_Deserialize_number_accepts_at_most_64_characters()
    {
        var longest = "1." + new string('5', 62);

        AssertRead(Numbers, longest, 1.5555555555555556);
        AssertUnreadable(Numbers, longest + '5');
    }

    [Fact]
    public void VideoSession_Deserialize_notation_for_no_value_sets_no_field()
    {
        foreach (var json in NoValues)
        {
            AssertNoValue(Numbers, json);
            AssertNoValue(Counts, json);
            AssertNoValue([.. Seconds, .. Minutes], json);
            AssertNoValue(Times, json);
            AssertNoValue(Flags, json);
        }
    }

    [Fact]
    public void VideoSession_Deserialize_object_or_array_keeps_it_in_AdditionalFields()
    {
        foreach (var json in Containers)
        {
            AssertUnreadable(Numbers, json);
            AssertUnreadable(Counts, json);
            AssertUnreadable([.. Seconds, .. Minutes], json);
            AssertUnreadable(Times, json);
            AssertUnreadable(Flags, json);
            AssertUnreadable(Texts, json);
            AssertUnreadable(Statuses, json);
        }
    }

    private static VideoSession Read(string json) => JsonSerializer.Deserialize<VideoSession>(json)!;

    private static void AssertRead<T>(Field<T>[] fields, string json, T expected)
    {
        foreach (var field in fields)
        {
            var session = Read($"{{\"before\":1,\"{field}\":{json},\"after\":2}}");

            Assert.True(session.TryGet(field, out var value), $"{field} did not accept {json}.");
            Assert.Equal(expected, value);
            Assert.Equal(["before", "after"], session.AdditionalFields.Keys.Where(name => name != "mine"));
        }
    }

    private static void AssertUnreadable<T>(Field<T>[] fields, string json)
    {
        foreach (var field in fields)
        {
            var session = Read($"{{\"before\":1,\"{field}\":{json},\"after\":2}}");

            Assert.False(session.TryGet(field, out _), $"{field} accepted {json}.");
            Assert.Equal(["before", field.Name, "after"], session.AdditionalFields.Keys);
            Assert.Equal(json, session.AdditionalFields[field.Name].GetRawText());
            Assert.True(
                JsonElement.DeepEquals(
                    session.AdditionalFields[field.Name],
                    Read(JsonSerializer.Serialize(session)).AdditionalFields[field.Name]));
        }
    }

    private static void AssertNoValue<T>(Field<T>[] fields, string json)
    {
        foreach (var field in fields)
        {
            var session = Read($"{{\"{field}\":{json}}}");

            Assert.False(session.TryGet(field, out _), $"{field} accepted {json}.");
            Assert.DoesNotContain(session.AdditionalFields.Keys, name => name != "mine");
        }
    }
}
