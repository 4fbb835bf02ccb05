using System.Text.Json;

namespace MediaMelon.SessionList.Columns;

/// <summary>Numbers, ratios and percentages.</summary>
internal sealed class NumberFormat : ValueFormat<double>
{
    public override string ToText(double value, string parameterName) => double.IsFinite(value)
        ? PlainNotation.Of(value)
        : throw new ArgumentOutOfRangeException(parameterName, value, "A metric is compared with a finite number.");

    public override Reading Read(ref Utf8JsonReader reader, out double value) => LenientJson.ReadNumber(ref reader, out value);

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}
