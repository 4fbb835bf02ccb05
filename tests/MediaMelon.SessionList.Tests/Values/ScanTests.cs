using System.Text;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Tests.Values;

/// <summary>Which values each format takes in the fast way; all others are for the general reader.</summary>
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
    [InlineData("9007199254740992", 9007199254740992)] // two to the 53rd: each whole number up to here is a double
    [InlineData("-9007199254740992", -9007199254740992)]
    [InlineData("0.12345678901234567", 0.12345678901234567, false)]
    [InlineData("9007199254740993", 0, false)]
    [InlineData("-9007199254740993", 0, false)]
    [InlineData("1e3", 0, false)]
    public void Numbers_that_are_exact(string json, double value, bool isTaken = true) => Scanned(Numbers, json, value, isTaken);

    [Theory]
    [InlineData("25", 25)]
    [InlineData("-3", -3)]
    [InlineData("2.0", 0, false)]
    [InlineData("1e3", 0, false)]
    public void Counts_without_a_point(string json, long value, bool isTaken = true) => Scanned(Counts, json, value, isTaken);

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
    public void Durations_of_whole_ticks(string json, long ticks, bool isTaken = true) =>
        Scanned(Seconds, json, new TimeSpan(ticks), isTaken);

    [Theory]
    [InlineData("1.5", 900_000_000)]
    [InlineData("0.00000001", 6)] // a minute has 600,000,000 ticks: eight decimals are whole ones
    [InlineData("0.000000001", 0, false)]
    public void Durations_in_minutes(string json, long ticks, bool isTaken = true) =>
        Scanned(Minutes, json, new TimeSpan(ticks), isTaken);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1775749962", 17_757_499_620_000_000)]
    [InlineData("1775749962.5", 17_757_499_625_000_000)]
    [InlineData("99999999999", 999_999_999_990_000_000)]
    [InlineData("100000000000", 0, false)]
    [InlineData("-1", 0, false)]
    [InlineData("\"1775749962\"", 0, false)]
    public void Times_from_1970_on(string json, long ticks, bool isTaken = true) =>
        Scanned(Times, json, isTaken ? DateTimeOffset.UnixEpoch.AddTicks(ticks) : default, isTaken);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", false, false)]
    [InlineData("\"true\"", false, false)]
    public void Flags_of_JSON(string json, bool value, bool isTaken = true) => Scanned(new FlagFormat(), json, value, isTaken);

    [Theory]
    [InlineData("\"US\"", "US")]
    [InlineData("\"\"", "")]
    [InlineData("\"Ünder\"", "Ünder")]
    [InlineData("\"\\u00dc\"", "Ü")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"\\ud800\"", "", false)]
    [InlineData("null", "", false)]
    public void Text_of_JSON(string json, string value, bool isTaken = true)
    {
        Scanned(new TextFormat(), json, value, isTaken);
        Scanned(new StatusFormat(), json, isTaken ? new ViewStatus(value) : default, isTaken);
    }

    [Fact]
    public void Text_of_few_values_is_kept()
    {
        var words = new ColumnStringPool(new StringPool());

        Assert.Same(Word(words), Word(words));
        Assert.NotSame(Word(null), Word(null));

        static string Word(ColumnStringPool? words)
        {
            var cursor = new JsonCursor("\"US\","u8, 0);
            Assert.True(new TextFormat().TryScan(ref cursor, words, out var word));
            return word;
        }
    }

    private static void Scanned<T>(ValueFormat<T> format, string json, T value, bool isTaken)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json + ","), 0);

        Assert.Equal(isTaken, format.TryScan(ref cursor, null, out var scanned));
        Assert.Equal(isTaken ? Encoding.UTF8.GetByteCount(json) : 0, cursor.Position);
        if (isTaken)
            Assert.Equal(value, scanned);
    }
}
