using System.Text;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Tests.Values;

/// <summary>
/// The JSON that the fast reader reads itself.
/// It must return correct values, and it must accept the JSON of ordinary pages.
/// </summary>
public sealed class JsonCursorTests
{
    [Theory]
    [InlineData("0,", 0, 0, 1)]
    [InlineData("7}", 7, 0, 1)]
    [InlineData("-7,", -7, 0, 2)]
    [InlineData("10,", 10, 0, 2)]
    [InlineData("1775749962,", 1775749962, 0, 10)]
    [InlineData("1.5,", 15, 1, 3)]
    [InlineData("-1.50]", -150, 2, 5)]
    [InlineData("0.25 ", 25, 2, 4)]
    [InlineData("0.0,", 0, 1, 3)]
    [InlineData("123456789012345678,", 123456789012345678, 0, 18)]
    [InlineData("-123456789012345678,", -123456789012345678, 0, 19)]
    [InlineData("1234567890.1234567,", 12345678901234567, 7, 18)]
    public void TryNumber_reads_plain_numbers(string json, long digits, int decimals, int length)
    {
        var cursor = At(json);

        Assert.True(cursor.TryNumber(out var actual, out var actualDecimals));
        Assert.Equal((digits, decimals, length), (actual, actualDecimals, cursor.Position));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-,")]
    [InlineData("x,")]
    [InlineData("\"1\",")]
    [InlineData("7")] // more digits might follow
    [InlineData("1.5")]
    [InlineData("1.,")]
    [InlineData(".5,")]
    [InlineData("-.5,")]
    [InlineData("01,")]
    [InlineData("-01,")]
    [InlineData("00.5,")]
    [InlineData("-0,")] // negative zero is a distinct double
    [InlineData("-0.0,")]
    [InlineData("1e3,")]
    [InlineData("1E3,")]
    [InlineData("1.5e3,")]
    [InlineData("1.2.3,")]
    [InlineData("1-2,")]
    [InlineData("1+2,")]
    [InlineData("--1,")]
    [InlineData("1234567890123456789,")]
    [InlineData("123456789012345678.1,")]
    public void TryNumber_with_other_text_returns_false_and_keeps_the_position(string json)
    {
        var cursor = At(json);

        Assert.False(cursor.TryNumber(out _, out _));
        Assert.Equal(0, cursor.Position);
    }

    [Theory]
    [InlineData("\"\",", "", true)]
    [InlineData("\"\"", "", true)]
    [InlineData("\"US\"", "US", true)]
    [InlineData("\" !#~\u007f\",", " !#~\u007f", true)]
    [InlineData("\"São Paulo\",", "São Paulo", false)]
    [InlineData("\"aé/b\",", "aé/b", false)]
    [InlineData("\"\u0080\",", "\u0080", false)]
    [InlineData("\"\ud83d\ude00\",", "\ud83d\ude00", false)]
    public void TryText_reads_text_without_escapes(string json, string text, bool isAscii)
    {
        var cursor = At(json);

        Assert.True(cursor.TryText(out var actual, out var ascii));
        Assert.Equal(text, Encoding.UTF8.GetString(actual));
        Assert.Equal(isAscii, ascii);
        Assert.Equal(Encoding.UTF8.GetByteCount(text) + 2, cursor.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("\"é")]
    [InlineData("a\"\"")]
    [InlineData("\"a\\n\"")]
    [InlineData("\"\\u00e9\"")]
    [InlineData("\"é\\n\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"é\tb\"")]
    [InlineData("\"a\u001fb\"")]
    [InlineData("\"a\0b\"")]
    [InlineData("\"é\0b\"")]
    public void TryText_with_other_text_returns_false_and_keeps_the_position(string json)
    {
        var cursor = At(json);

        Assert.False(cursor.TryText(out var actual, out _));
        Assert.True(actual.IsEmpty);
        Assert.Equal(0, cursor.Position);
    }

    [Fact]
    public void TryText_with_invalid_UTF_8_returns_false_and_keeps_the_position()
    {
        var cursor = new JsonCursor([(byte)'"', 0xC3, (byte)'"'], 0);

        Assert.False(cursor.TryText(out _, out _));
        Assert.Equal(0, cursor.Position);
    }

    [Theory]
    [InlineData("null,", "null")]
    [InlineData("true}", "true")]
    [InlineData("false]", "false")]
    [InlineData("\"US\",", "\"US\"")]
    [InlineData("\"é\",", "\"é\"")]
    [InlineData("-1.5e+3,", "-1.5e+3")]
    [InlineData("1E-7 ", "1E-7")]
    [InlineData("\"\\n\",", "\"\\n\"")]
    [InlineData("\"a\\\"b\\\\\",", "\"a\\\"b\\\\\"")]
    [InlineData("0123456789,", "0123456789")]
    public void TryScalar_returns_the_token_unchanged(string json, string token)
    {
        var cursor = At(json);

        Assert.True(cursor.TryScalar(out var actual));
        Assert.Equal(token, Encoding.UTF8.GetString(actual));
        Assert.Equal(actual.Length, cursor.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData(" 1,")]
    [InlineData("nul,")]
    [InlineData("\"\\n")]
    [InlineData("\"\\\"")]
    [InlineData("12")] // more might follow
    public void TryScalar_with_other_text_returns_false_and_keeps_the_position(string json)
    {
        var cursor = At(json);

        Assert.False(cursor.TryScalar(out var actual));
        Assert.True(actual.IsEmpty);
        Assert.Equal(0, cursor.Position);
    }

    [Theory]
    [InlineData("10", ",", true)]
    [InlineData("10", "}", true)]
    [InlineData("10", " }", true)]
    [InlineData("10", "", false)] // more might follow
    [InlineData("10", "0,", false)]
    [InlineData("10", "9,", false)]
    [InlineData("10", ".5,", false)]
    [InlineData("10", "e5,", false)]
    [InlineData("10", "E5,", false)]
    [InlineData("10", "-,", false)]
    [InlineData("10", "+,", false)]
    [InlineData("\"US\"", ",", true)]
    [InlineData("null", "\n}", true)]
    public void TrySkipScalar_skips_an_identical_complete_scalar_only(string token, string follows, bool isSkipped)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(":" + token + follows), 1);

        Assert.Equal(isSkipped, cursor.TrySkipScalar(Encoding.UTF8.GetBytes(token)));
        Assert.Equal(isSkipped ? 1 + token.Length : 1, cursor.Position);
    }

    [Theory]
    [InlineData("11,")]
    [InlineData("1")]
    [InlineData("")]
    public void TrySkipScalar_with_different_scalar_returns_false_and_keeps_the_position(string json)
    {
        var cursor = At(json);

        Assert.False(cursor.TrySkipScalar("10"u8));
        Assert.Equal(0, cursor.Position);
    }

    [Fact]
    public void JsonCursor_reads_several_tokens_in_sequence()
    {
        var cursor = new JsonCursor("""xx{"a":1.5,"b":"US"}"""u8, 2);

        Assert.True(cursor.TrySkip("""{"a":"""u8));
        Assert.False(cursor.TrySkip("2"u8));
        Assert.True(cursor.TryNumber(out var digits, out _));
        Assert.True(cursor.TrySkip(""","b":"""u8));
        Assert.True(cursor.TryText(out var text, out _));
        Assert.True(cursor.TrySkip("}"u8));
        Assert.Equal(15, digits);
        Assert.True(text.SequenceEqual("US"u8));
        Assert.Equal(20, cursor.Position);
    }

    private static JsonCursor At(string json) => new(Encoding.UTF8.GetBytes(json), 0);
}
