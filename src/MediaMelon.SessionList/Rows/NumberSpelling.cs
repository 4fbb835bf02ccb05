using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Rows;

/// <summary>Numbers: in text as well, and whole ones with a point too if zeros follow it.</summary>
/// <param name="certainDigits">So many digits always fit, in the notation of <paramref name="certainNotation"/>.</param>
/// <param name="certainNotation">The characters of numbers that need no second look.</param>
internal sealed class NumberSpelling<T>(int certainDigits, SearchValues<byte> certainNotation) : Spelling
    where T : struct, INumber<T>
{
    public override Reading Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        if (reader.TokenType == JsonTokenType.Number && IsCertain(reader.ValueSpan))
        {
            output.Write(reader.ValueSpan);
            return Reading.Value;
        }

        Span<byte> text = stackalloc byte[LenientJson.MaxScalarLength];
        var reading = LenientJson.ReadScalar(ref reader, text, out var bytes);
        if (reading != Reading.Value)
            return reading;

        if (!T.TryParse(text[bytes], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !T.IsFinite(number))
            return Reading.Unreadable;

        number.TryFormat(output.GetSpan(LongestScalar), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
        return Reading.Value;
    }

    private bool IsCertain(ReadOnlySpan<byte> number) =>
        number.Length <= certainDigits && number.IndexOfAnyExcept(certainNotation) < 0;
}
