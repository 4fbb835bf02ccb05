using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MediaMelon.SessionList.Values;

/// <summary>Reads text that may be ill-formed Unicode: one bad byte in a title must not cost a page of sessions.</summary>
internal static class LenientText
{
    /// <summary>
    /// The text of a string, or the JSON text of a number or a boolean; U+FFFD stands where the wire holds no Unicode.
    /// </summary>
    public static string Read(scoped ref Utf8JsonReader reader) => Read(ref reader, out _);

    /// <inheritdoc cref="Read(ref Utf8JsonReader)"/>
    /// <param name="reader">Is at the value.</param>
    /// <param name="isMended">Whether U+FFFD replaces something.</param>
    public static string Read(scoped ref Utf8JsonReader reader, out bool isMended)
    {
        isMended = false;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return Encoding.UTF8.GetString(Raw(ref reader));

        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            isMended = true;
            var raw = Encoding.UTF8.GetString(Raw(ref reader));
            return reader.ValueIsEscaped ? Unescape(raw) : raw;
        }
    }

    public static bool TryCopy(scoped ref Utf8JsonReader reader, scoped Span<byte> destination, out int written)
    {
        try
        {
            written = reader.CopyString(destination);
            return true;
        }
        catch (InvalidOperationException)
        {
            written = 0;
            return false;
        }
    }

    public static bool IsWellFormed(scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
            return Utf8.IsValid(reader.ValueSpan);

        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Raw(scoped ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();

    // The reader has checked the escapes' syntax; what it refuses are halves of surrogate pairs.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(
                    raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }

        return WellFormed(text.ToString());
    }

    private static string WellFormed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.ToString()); // half a pair enumerates as U+FFFD

        return result.ToString();
    }
}
