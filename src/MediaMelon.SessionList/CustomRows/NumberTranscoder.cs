using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Numbers: in text as well, and whole ones with a point too if zeros follow it.</summary>
/// <param name="certainDigits">So many digits always fit, in the notation of <paramref name="certainNotation"/>.</param>
/// <param name="certainNotation">The characters of numbers that need no second look.</param>
internal sealed class NumberTranscoder<T>(int certainDigits, SearchValues<byte> certainNotation) : JsonTranscoder
    where T : struct, INumber<T>
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        if (reader.TokenType == JsonTokenType.Number && IsCertain(reader.ValueSpan))
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

        number.TryFormat(output.GetSpan(LongestScalar), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
        return ReadResult.Value;
    }

    private bool IsCertain(ReadOnlySpan<byte> number) =>
        number.Length <= certainDigits && number.IndexOfAnyExcept(certainNotation) < 0;
}
