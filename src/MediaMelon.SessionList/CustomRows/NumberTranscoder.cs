using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Converts numbers, including numbers in text and integers with a zero fraction.</summary>
/// <param name="safeDigits">The maximum length of numbers that always fit.</param>
/// <param name="safeCharacters">The characters of numbers that can be copied unchanged.</param>
internal sealed class NumberTranscoder<T>(int safeDigits, SearchValues<byte> safeCharacters) : JsonTranscoder
    where T : struct, INumber<T>
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        if (reader.TokenType == JsonTokenType.Number && IsSafe(reader.ValueSpan))
        {
            output.Write(reader.ValueSpan);
            return ReadResult.Value;
        }

        Span<byte> text = stackalloc byte[LenientJson.MaxScalarLength];
        var reading = LenientJson.ReadScalar(ref reader, text, out var bytes);
        if (reading != ReadResult.Value)
            return reading;

        if (!T.TryParse(text[bytes], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !T.IsFinite(number))
            return ReadResult.Unreadable;

        number.TryFormat(output.GetSpan(MaxScalarLength), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
        return ReadResult.Value;
    }

    private bool IsSafe(ReadOnlySpan<byte> number) =>
        number.Length <= safeDigits && number.IndexOfAnyExcept(safeCharacters) < 0;
}
