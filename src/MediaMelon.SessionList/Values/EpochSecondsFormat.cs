using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Points in time, in seconds since 1970, UTC.</summary>
internal sealed class EpochSecondsFormat : ValueFormat<DateTimeOffset>
{
    /// <summary>A time in the year 5138. A value at or above it is probably in milliseconds.</summary>
    public const long Limit = 100_000_000_000;

    private static readonly TickScale Scale = new(TimeSpan.TicksPerSecond);

    public override string ToText(DateTimeOffset value, string parameterName) => InvariantNumber.Format(Seconds(value));

    public override ReadResult Read(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        var reading = LenientJson.ReadTicks(ref reader, TimeSpan.TicksPerSecond, out var ticks);
        if (reading != ReadResult.Value)
            return reading;

        if (ticks >= Limit * TimeSpan.TicksPerSecond || ticks < (DateTimeOffset.MinValue - DateTimeOffset.UnixEpoch).Ticks)
            return ReadResult.Unreadable;

        value = DateTimeOffset.UnixEpoch.AddTicks(ticks);
        return ReadResult.Value;
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out DateTimeOffset value)
    {
        var start = cursor.Position;
        if (Scale.TryScan(ref cursor, out var ticks)
            && ticks is >= 0 and < Limit * TimeSpan.TicksPerSecond)
        {
            value = new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + ticks, TimeSpan.Zero);
            return true;
        }

        cursor.Position = start;
        value = default;
        return false;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value) =>
        writer.WriteRawValue(InvariantNumber.Format(Seconds(value)), skipInputValidation: true);

    private static decimal Seconds(DateTimeOffset value) =>
        (decimal)(value - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
}
