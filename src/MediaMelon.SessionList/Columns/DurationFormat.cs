using System.Text.Json;

namespace MediaMelon.SessionList.Columns;

/// <summary>Durations, told in a unit of so many ticks.</summary>
internal sealed class DurationFormat(long ticksPerUnit) : ValueFormat<TimeSpan>
{
    private readonly TickScale _scale = new(ticksPerUnit);

    public override string ToText(TimeSpan value, string parameterName) => PlainNotation.Of(InUnits(value));

    public override Reading Read(ref Utf8JsonReader reader, out TimeSpan value)
    {
        var reading = LenientJson.ReadTicks(ref reader, ticksPerUnit, out var ticks);
        value = new TimeSpan(ticks);
        return reading;
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnWords? words, out TimeSpan value)
    {
        var isRead = _scale.TryScan(ref cursor, out var ticks);
        value = new TimeSpan(ticks);
        return isRead;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value) =>
        writer.WriteRawValue(PlainNotation.Of(InUnits(value)), skipInputValidation: true);

    private decimal InUnits(TimeSpan value) => (decimal)value.Ticks / ticksPerUnit;
}
