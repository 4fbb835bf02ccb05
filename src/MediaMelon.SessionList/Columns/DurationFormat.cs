using System.Text.Json;

namespace MediaMelon.SessionList.Columns;

/// <summary>Durations, told in a unit of so many ticks.</summary>
internal sealed class DurationFormat(long ticksPerUnit) : ValueFormat<TimeSpan>
{
    public override string ToText(TimeSpan value, string parameterName) => PlainNotation.Of(InUnits(value));

    public override Reading Read(ref Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        var reading = LenientJson.ReadNumber(ref reader, out var units);
        if (reading != Reading.Value)
            return reading;

        var ticks = Math.Round(units * ticksPerUnit);
        if (ticks is >= long.MaxValue or <= long.MinValue)
            return Reading.Unreadable;

        value = new TimeSpan((long)ticks);
        return Reading.Value;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteRawValue(PlainNotation.Of(InUnits(value)), skipInputValidation: true);

    private decimal InUnits(TimeSpan value) => (decimal)value.Ticks / ticksPerUnit;
}
