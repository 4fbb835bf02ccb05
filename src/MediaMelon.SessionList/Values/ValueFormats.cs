namespace MediaMelon.SessionList.Values;

/// <summary>The formats of the value types.</summary>
internal static class ValueFormats
{
    public static ValueFormat<double> Number { get; } = new NumberFormat();

    public static ValueFormat<long> Count { get; } = new CountFormat();

    public static ValueFormat<TimeSpan> Seconds { get; } = new DurationFormat(TimeSpan.TicksPerSecond);

    public static ValueFormat<TimeSpan> Minutes { get; } = new DurationFormat(TimeSpan.TicksPerMinute);

    public static ValueFormat<DateTimeOffset> EpochSeconds { get; } = new EpochSecondsFormat();

    public static ValueFormat<bool> Flag { get; } = new FlagFormat();

    public static ValueFormat<string> Text { get; } = new TextFormat();

    public static ValueFormat<ViewStatus> Status { get; } = new StatusFormat();
}
