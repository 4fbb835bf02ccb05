using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>
/// Reads single JSON values leniently: a number may be a string, and several strings mean that there is no value.
/// </summary>
/// <remarks>The vendor documents no response of this endpoint, so its JSON types are not known (docs/vendor-notes.md).</remarks>
internal static class LenientJson
{
    /// <summary>The maximum length of a number, including its exponent and padding.</summary>
    public const int MaxScalarLength = 64;

    /// <summary>
    /// Copies the characters of a number or of short text. Returns <see cref="ReadResult.None"/> for strings that mean no value.
    /// </summary>
    /// <param name="reader">The reader at the value.</param>
    /// <param name="destination">Receives the characters. Has <see cref="MaxScalarLength"/> bytes.</param>
    /// <param name="bytes">The range of the characters in the destination, without surrounding blanks.</param>
    public static ReadResult ReadScalar(scoped ref Utf8JsonReader reader, scoped Span<byte> destination, out Range bytes)
    {
        bytes = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return ReadResult.None;

            case JsonTokenType.Number or JsonTokenType.String:
                if (!TryCopy(ref reader, destination, out var length))
                    return ReadResult.Unreadable;

                bytes = Ascii.Trim(destination[..length]);
                return reader.TokenType == JsonTokenType.String && MeansNoValue(destination[bytes])
                    ? ReadResult.None
                    : ReadResult.Value;

            case JsonTokenType.True or JsonTokenType.False:
                return ReadResult.Unreadable;

            default:
                SkipChildren(ref reader);
                return ReadResult.Unreadable;
        }
    }

    /// <summary>Reads a finite number in the invariant notation: "12.5", never "12,5".</summary>
    public static ReadResult ReadNumber(scoped ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        Span<byte> text = stackalloc byte[MaxScalarLength];
        var reading = ReadScalar(ref reader, text, out var bytes);
        if (reading != ReadResult.Value)
            return reading;

        text = text[bytes];
        return Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length && double.IsFinite(value)
            ? ReadResult.Value
            : ReadResult.Unreadable;
    }

    /// <summary>Reads a number of units as ticks.</summary>
    /// <remarks>Does not use double, which is inexact by some ticks for current times.</remarks>
    public static ReadResult ReadTicks(scoped ref Utf8JsonReader reader, long ticksPerUnit, out long ticks)
    {
        ticks = 0;
        Span<byte> text = stackalloc byte[MaxScalarLength];
        var reading = ReadScalar(ref reader, text, out var bytes);
        if (reading != ReadResult.Value)
            return reading;

        text = text[bytes];
        if (!Utf8Parser.TryParse(text, out decimal units, out var consumed) || consumed != text.Length)
            return ReadResult.Unreadable;

        if (Math.Abs(units) > (decimal)long.MaxValue / ticksPerUnit)
            return ReadResult.Unreadable;

        ticks = (long)Math.Round(units * ticksPerUnit);
        return ReadResult.Value;
    }

    /// <summary>Skips an object or an array. The reader is then at the closing token.</summary>
    /// <remarks>Skip() throws for JSON that arrives in parts, even if this value is complete.</remarks>
    public static void SkipChildren(scoped ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
            throw new JsonException("The JSON ends in the middle of a value.");
    }

    private static bool TryCopy(scoped ref Utf8JsonReader reader, scoped Span<byte> destination, out int length)
    {
        length = reader.HasValueSequence ? (int)Math.Min(reader.ValueSequence.Length, int.MaxValue) : reader.ValueSpan.Length;
        if (length > destination.Length)
            return false;

        if (reader.ValueIsEscaped)
            return LenientText.TryCopy(ref reader, destination, out length);

        if (reader.HasValueSequence)
            reader.ValueSequence.CopyTo(destination);
        else
            reader.ValueSpan.CopyTo(destination);

        return true;
    }

    private static bool MeansNoValue(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty || bytes.SequenceEqual("-"u8) || Matches(bytes, "null") || Matches(bytes, "nan");

    private static bool Matches(ReadOnlySpan<byte> bytes, string value) => Ascii.EqualsIgnoreCase(bytes, value);
}
