using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Whole numbers. 2.0 is a whole number, and 2.5 is not.</summary>
internal sealed class CountFormat : ValueFormat<long>
{
    public override string ToText(long value, string parameterName) => value.ToString(CultureInfo.InvariantCulture);

    public override ReadResult Read(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        Span<byte> text = stackalloc byte[LenientJson.MaxScalarLength];
        var reading = LenientJson.ReadScalar(ref reader, text, out var bytes);
        if (reading != ReadResult.Value)
            return reading;

        text = text[bytes];
        var isNumber = (Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length)
            || TryReadWithPoint(text, out value);

        // A session stores long.MinValue for null.
        return isNumber && value > long.MinValue ? ReadResult.Value : ReadResult.Unreadable;
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out long value)
    {
        var start = cursor.Position;
        if (cursor.TryNumber(out value, out var decimals) && decimals == 0)
            return true;

        cursor.Position = start;
        return false;
    }

    public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    // Decimal, because double would round large counts.
    private static bool TryReadWithPoint(ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        if (!decimal.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;

        if (number != decimal.Truncate(number) || number is > long.MaxValue or < long.MinValue)
            return false;

        value = (long)number;
        return true;
    }
}
