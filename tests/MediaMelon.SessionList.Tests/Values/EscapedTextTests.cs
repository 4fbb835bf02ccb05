using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Tests.Support;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Tests.Values;

public sealed class EscapedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a\\\"b\\\\c\\/d", "a\"b\\c/d")]
    [InlineData("\\b\\f\\n\\r\\t", "\b\f\n\r\t")]
    [InlineData("caf\\u00e9", "café")]
    [InlineData("caf\\u00E9 é", "café é")]
    [InlineData("\\ud83d\\ude00\\u6771", "\ud83d\ude00東")]
    public void TryUnescape_decodes_escapes(string escaped, string text) => Assert.Equal(text, Unescape(escaped));

    [Theory]
    [InlineData("\\")]
    [InlineData("\\x")]
    [InlineData("\\u")]
    [InlineData("\\u12")]
    [InlineData("\\u12g4")]
    [InlineData("\\U0041")]
    [InlineData("\\ud800")]
    [InlineData("\\ud800x")]
    [InlineData("\\ud800\\u0041")]
    [InlineData("\\udc00")]
    public void TryUnescape_with_invalid_escape_or_unpaired_surrogate_returns_false(string escaped) =>
        Assert.Null(Unescape(escaped));

    [Fact]
    public void TryUnescape_with_invalid_UTF_8_or_too_long_text_returns_false()
    {
        Assert.False(EscapedText.TryUnescape([(byte)'\\', (byte)'n', 0xE9], new byte[64], out _));
        Assert.Null(Unescape("\\n" + new string('x', 600)));
    }

    /// <summary>Compares the result with the serializer for random texts.</summary>
    [Fact]
    public void TryUnescape_matches_the_serializer_for_random_text()
    {
        for (var seed = 0; seed < Cases.Count(20_000); seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var left = random.Next(12); left > 0; left--)
                text.Append(random.Next(3) == 0 ? "\\" : "").Append("\"\\/bfnrtuz0159aé\ud83d"[random.Next(17)]);

            var escaped = text.ToString().Replace("\ud83d", "\\ud83d\\ude00", StringComparison.Ordinal);
            Assert.True(Serializer(escaped) == Unescape(escaped), $"seed {seed}: {escaped}");
        }
    }

    private static string? Unescape(string escaped)
    {
        var utf8 = new byte[512];
        return EscapedText.TryUnescape(Encoding.UTF8.GetBytes(escaped), utf8, out var length)
            ? Encoding.UTF8.GetString(utf8, 0, length)
            : null;
    }

    // An unescaped quote ends the text. Only the cursor checks this.
    private static string? Serializer(string escaped)
    {
        try
        {
            var bare = escaped.Replace("\\\\", "  ", StringComparison.Ordinal).Replace("\\\"", "  ", StringComparison.Ordinal);
            return bare.Contains('"', StringComparison.Ordinal)
                ? Unescape(escaped)
                : JsonSerializer.Deserialize<string>($"\"{escaped}\"");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
