using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace MediaMelon.SessionList.Values;

/// <summary>Decodes the escapes of a JSON string. Invalid Unicode does not cause an exception.</summary>
internal static class EscapedText
{
    /// <summary>The maximum number of UTF-8 bytes for one escape or one surrogate pair.</summary>
    private const int LongestRune = 4;

    /// <summary>Decodes the text; false if it is not valid JSON, not valid Unicode or too long.</summary>
    /// <param name="escaped">The text between the quotes.</param>
    /// <param name="utf8">Receives the text.</param>
    /// <param name="length">The length of the text.</param>
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> utf8, out int length)
    {
        length = 0;
        while (true)
        {
            var escape = escaped.IndexOf((byte)'\\');
            var plain = escape < 0 ? escaped : escaped[..escape];
            if (plain.Length + LongestRune > utf8.Length - length)
                return false;

            plain.CopyTo(utf8[length..]);
            length += plain.Length;
            if (escape < 0)
                return Utf8.IsValid(utf8[..length]);

            escaped = escaped[(escape + 1)..];
            if (!TryUnescapeOne(ref escaped, out var rune))
                return false;

            length += rune.EncodeToUtf8(utf8[length..]);
        }
    }

    private static bool TryUnescapeOne(ref ReadOnlySpan<byte> rest, out Rune rune)
    {
        rune = default;
        if (rest.IsEmpty)
            return false;

        var letter = rest[0];
        rest = rest[1..];
        if (letter == 'u')
            return TryReadHex(ref rest, out rune);

        char? character = (char)letter switch
        {
            '"' or '\\' or '/' => (char)letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        rune = new(character ?? '\0');
        return character is not null;
    }

    private static bool TryReadHex(ref ReadOnlySpan<byte> rest, out Rune rune)
    {
        rune = default;
        if (!TryHex(rest, out var first))
            return false;

        rest = rest[4..];
        if (!char.IsHighSurrogate(first))
            return Rune.TryCreate(first, out rune);

        if (!rest.StartsWith("\\u"u8) || !TryHex(rest[2..], out var second) || !Rune.TryCreate(first, second, out rune))
            return false;

        rest = rest[6..];
        return true;
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out char value)
    {
        value = default;
        if (text.Length < 4 || !Utf8Parser.TryParse(text[..4], out ushort number, out var consumed, 'x') || consumed != 4)
            return false;

        value = (char)number;
        return true;
    }
}
