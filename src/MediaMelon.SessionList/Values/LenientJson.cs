using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>
/// Reads single JSON values more generously than JSON asks for: a number may be a string, and several strings mean "no value".
/// </summary>
/// <remarks>The vendor shows no response of this endpoint, so no JSON type is certain (docs/vendor-notes.md).</remarks>
internal static class LenientJson
{
    /// <summary>Longer than any number that is one, exponents and padding included.</summary>
    public const int MaxScalarLength = 64;

    /// <summary>
    /// Copies the characters of a number or of short text; <see cref="ReadResult.None"/> for the strings that mean no value.
    /// </summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="destination">Takes the characters; of <see cref="MaxScalarLength"/>.</param>
    /// <param name="bytes">The part of the destination that they fill, without surrounding blanks.</param>
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

    /// <summary>A finite number in the invariant notation: "12.5", never "12,5".</summary>
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

    /// <summary>A number of units, in ticks. Not by way of a double, which is off by some ticks for a time of today.</summary>
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

    /// <summary>Moves past an object or an array, to its closing token.</summary>
    /// <remarks>Skip() refuses to work on JSON that arrives in parts, even if this value is all there.</remarks>
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
        bytes.IsEmpty || bytes.SequenceEqual("-"u8) || Is(bytes, "null") || Is(bytes, "nan");

    private static bool Is(ReadOnlySpan<byte> bytes, string word) => Ascii.EqualsIgnoreCase(bytes, word);
}
