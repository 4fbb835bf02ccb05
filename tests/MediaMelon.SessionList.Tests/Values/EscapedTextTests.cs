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
    public void Escapes_are_decoded(string escaped, string text) => Assert.Equal(text, Unescape(escaped));

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
    public void Invalid_escapes_and_half_surrogate_pairs_are_refused(string escaped) => Assert.Null(Unescape(escaped));

    [Fact]
    public void Invalid_utf_8_and_text_that_does_not_fit_are_refused()
    {
        Assert.False(EscapedText.TryUnescape([(byte)'\\', (byte)'n', 0xE9], new byte[64], out _));
        Assert.Null(Unescape("\\n" + new string('x', 600)));
    }

    /// <summary>Whatever the text, the serializer reads the same.</summary>
    [Fact]
    public void Text_is_decoded_as_the_serializer_decodes_it()
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

    // A bare quote ends the text: only the cursor sees that.
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
