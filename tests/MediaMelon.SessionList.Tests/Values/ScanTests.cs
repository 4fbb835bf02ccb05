using System.Text;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Tests.Values;

/// <summary>The values that each format reads with the fast reader. The general reader reads all other values.</summary>
public sealed class ScanTests
{
    private static readonly NumberFormat Numbers = new();
    private static readonly CountFormat Counts = new();
    private static readonly DurationFormat Seconds = new(TimeSpan.TicksPerSecond);
    private static readonly DurationFormat Minutes = new(TimeSpan.TicksPerMinute);
    private static readonly EpochSecondsFormat Times = new();

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-12.25", -12.25)]
    [InlineData("0.1", 0.1)]
    [InlineData("9007199254740992", 9007199254740992)] // 2^53: a double represents each integer up to this value
    [InlineData("-9007199254740992", -9007199254740992)]
    [InlineData("0.12345678901234567", 0.12345678901234567, false)]
    [InlineData("9007199254740993", 0, false)]
    [InlineData("-9007199254740993", 0, false)]
    [InlineData("1e3", 0, false)]
    public void NumberFormat_TryScan_reads_exact_numbers_only(string json, double value, bool isRead = true) =>
        AssertScan(Numbers, json, value, isRead);

    [Theory]
    [InlineData("25", 25)]
    [InlineData("-3", -3)]
    [InlineData("2.0", 0, false)]
    [InlineData("1e3", 0, false)]
    public void CountFormat_TryScan_reads_integers_only(string json, long value, bool isRead = true) =>
        AssertScan(Counts, json, value, isRead);

    [Theory]
    [InlineData("1.5", 15_000_000)]
    [InlineData("-0.25", -2_500_000)]
    [InlineData("0.0000001", 1)]
    [InlineData("1.23456789", 0, false)] // finer than a tick
    [InlineData("1.234567890", 0, false)]
    [InlineData("922337203685", 9_223_372_036_850_000_000)]
    [InlineData("922337203686", 0, false)]
    [InlineData("-922337203685", -9_223_372_036_850_000_000)]
    [InlineData("-922337203686", 0, false)]
    [InlineData("1e3", 0, false)]
    public void DurationFormat_TryScan_reads_durations_of_whole_ticks_only(string json, long ticks, bool isRead = true) =>
        AssertScan(Seconds, json, new TimeSpan(ticks), isRead);

    [Theory]
    [InlineData("1.5", 900_000_000)]
    [InlineData("0.00000001", 6)] // a minute has 600,000,000 ticks: 8 decimals are whole ticks
    [InlineData("0.000000001", 0, false)]
    public void DurationFormat_TryScan_reads_minutes_of_whole_ticks_only(string json, long ticks, bool isRead = true) =>
        AssertScan(Minutes, json, new TimeSpan(ticks), isRead);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1775749962", 17_757_499_620_000_000)]
    [InlineData("1775749962.5", 17_757_499_625_000_000)]
    [InlineData("99999999999", 999_999_999_990_000_000)]
    [InlineData("100000000000", 0, false)]
    [InlineData("-1", 0, false)]
    [InlineData("\"1775749962\"", 0, false)]
    public void EpochSecondsFormat_TryScan_reads_numeric_times_in_range_only(string json, long ticks, bool isRead = true) =>
        AssertScan(Times, json, isRead ? DateTimeOffset.UnixEpoch.AddTicks(ticks) : default, isRead);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", false, false)]
    [InlineData("\"true\"", false, false)]
    public void FlagFormat_TryScan_reads_JSON_booleans_only(string json, bool value, bool isRead = true) =>
        AssertScan(new FlagFormat(), json, value, isRead);

    [Theory]
    [InlineData("\"US\"", "US")]
    [InlineData("\"\"", "")]
    [InlineData("\"Ünder\"", "Ünder")]
    [InlineData("\"\\u00dc\"", "Ü")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"\\ud800\"", "", false)]
    [InlineData("null", "", false)]
    public void TextFormat_and_StatusFormat_TryScan_read_valid_JSON_strings_only(string json, string value, bool isRead = true)
    {
        AssertScan(new TextFormat(), json, value, isRead);
        AssertScan(new StatusFormat(), json, isRead ? new ViewStatus(value) : default, isRead);
    }

    [Fact]
    public void TextFormat_TryScan_returns_repeated_text_from_the_pool()
    {
        var pool = new ColumnStringPool(new StringPool());

        Assert.Same(Scan(pool), Scan(pool));
        Assert.NotSame(Scan(null), Scan(null));

        static string Scan(ColumnStringPool? pool)
        {
            var cursor = new JsonCursor("\"US\","u8, 0);
            Assert.True(new TextFormat().TryScan(ref cursor, pool, out var text));
            return text;
        }
    }

    private static void AssertScan<T>(ValueFormat<T> format, string json, T value, bool isRead)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json + ","), 0);

        Assert.Equal(isRead, format.TryScan(ref cursor, null, out var scanned));
        Assert.Equal(isRead ? Encoding.UTF8.GetByteCount(json) : 0, cursor.Position);
        if (isRead)
            Assert.Equal(value, scanned);
    }
}
