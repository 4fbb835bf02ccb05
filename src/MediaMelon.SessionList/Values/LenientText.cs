using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MediaMelon.SessionList.Values;

/// <summary>Reads text that may contain invalid Unicode: an invalid byte in a title must not fail the whole page.</summary>
internal static class LenientText
{
    /// <summary>
    /// Reads the text of a string, or the JSON text of a number or a boolean. U+FFFD replaces invalid Unicode.
    /// </summary>
    public static string Read(scoped ref Utf8JsonReader reader) => Read(ref reader, out _);

    /// <inheritdoc cref="Read(ref Utf8JsonReader)"/>
    /// <param name="reader">The reader at the value.</param>
    /// <param name="isRepaired">Whether invalid Unicode was replaced.</param>
    public static string Read(scoped ref Utf8JsonReader reader, out bool isRepaired)
    {
        isRepaired = false;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return Encoding.UTF8.GetString(GetBytes(ref reader));

        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            isRepaired = true;
            var raw = Encoding.UTF8.GetString(GetBytes(ref reader));
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

    private static ReadOnlySpan<byte> GetBytes(scoped ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();

    // The reader has validated the syntax of the escapes. It rejects only unpaired surrogates.
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

        return ReplaceInvalid(text.ToString());
    }

    private static string ReplaceInvalid(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.ToString()); // an unpaired surrogate is enumerated as U+FFFD

        return result.ToString();
    }
}
