using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Numbers, ratios and percentages.</summary>
internal sealed class NumberFormat : ValueFormat<double>
{
    private const long MaxExactDigits = 1L << 53;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    public override string ToText(double value, string parameterName) => double.IsFinite(value)
        ? InvariantNumber.Format(value)
        : throw new ArgumentOutOfRangeException(parameterName, value, "A metric can only be compared with a finite number.");

    public override ReadResult Read(ref Utf8JsonReader reader, out double value) => LenientJson.ReadNumber(ref reader, out value);

    // The digits and the power of ten are exact as doubles. The quotient is therefore rounded once, to the nearest double.
    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out double value)
    {
        var start = cursor.Position;
        if (cursor.TryNumber(out var digits, out var decimals) && Math.Abs(digits) <= MaxExactDigits)
        {
            value = digits / PowersOfTen[decimals];
            return true;
        }

        cursor.Position = start;
        value = 0;
        return false;
    }

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}
