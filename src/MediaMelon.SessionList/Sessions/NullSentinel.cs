namespace MediaMelon.SessionList.Sessions;

/// <summary>Stores nullable values without the additional size: a value that cannot occur represents null.</summary>
internal static class NullSentinel
{
    public const long NoValue = long.MinValue;
    public const sbyte NoFlag = -1;

    public static DateTimeOffset? Time(long utcTicks) => utcTicks == NoValue ? null : new DateTimeOffset(utcTicks, TimeSpan.Zero);

    public static long Time(DateTimeOffset? value) => value?.UtcTicks ?? NoValue;

    /// <remarks>TimeSpan.MinValue represents null. No session has this duration.</remarks>
    public static TimeSpan? Duration(long ticks) => ticks == NoValue ? null : new TimeSpan(ticks);

    public static long Duration(TimeSpan? value) => value?.Ticks ?? NoValue;

    public static long? Count(long count) => count == NoValue ? null : count;

    public static long Count(long? value) => value ?? NoValue;

    public static double? Number(double number) => double.IsNaN(number) ? null : number;

    /// <exception cref="ArgumentOutOfRangeException">The value is infinite. JSON has no infinite numbers.</exception>
    public static double Number(double? value) => value is { } number && double.IsInfinity(number)
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "A metric of a session must be a finite number.")
        : value ?? double.NaN;

    public static bool? Flag(sbyte flag) => flag == NoFlag ? null : flag != 0;

    public static sbyte Flag(bool? value) => value is { } flag ? (sbyte)(flag ? 1 : 0) : NoFlag;
}
