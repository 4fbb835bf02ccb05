using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Durations in the unit of the wire.</summary>
/// <param name="ticksPerUnit">The length of the unit in ticks.</param>
internal sealed class DurationFormat(long ticksPerUnit) : ValueFormat<TimeSpan>
{
    private readonly TickScale _scale = new(ticksPerUnit);

    public override string ToText(TimeSpan value, string parameterName) => InvariantNumber.Format(InUnits(value));

    public override ReadResult Read(ref Utf8JsonReader reader, out TimeSpan value)
    {
        var reading = LenientJson.ReadTicks(ref reader, ticksPerUnit, out var ticks);
        value = new TimeSpan(ticks);
        return reading;
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out TimeSpan value)
    {
        var isRead = _scale.TryScan(ref cursor, out var ticks);
        value = new TimeSpan(ticks);
        return isRead;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value) =>
        writer.WriteRawValue(InvariantNumber.Format(InUnits(value)), skipInputValidation: true);

    private decimal InUnits(TimeSpan value) => (decimal)value.Ticks / ticksPerUnit;
}
