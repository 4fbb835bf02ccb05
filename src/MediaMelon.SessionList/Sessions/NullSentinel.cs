namespace MediaMelon.SessionList.Sessions;

/// <summary>Nullable values in the space of plain ones: a value that cannot occur stands for none.</summary>
internal static class NullSentinel
{
    public const long Nothing = long.MinValue;
    public const sbyte NoFlag = -1;

    public static DateTimeOffset? Time(long utcTicks) => utcTicks == Nothing ? null : new DateTimeOffset(utcTicks, TimeSpan.Zero);

    public static long Time(DateTimeOffset? value) => value?.UtcTicks ?? Nothing;

    /// <remarks>TimeSpan.MinValue reads as none; no session is that short.</remarks>
    public static TimeSpan? Duration(long ticks) => ticks == Nothing ? null : new TimeSpan(ticks);

    public static long Duration(TimeSpan? value) => value?.Ticks ?? Nothing;

    public static long? Count(long count) => count == Nothing ? null : count;

    public static long Count(long? value) => value ?? Nothing;

    public static double? Number(double number) => double.IsNaN(number) ? null : number;

    /// <exception cref="ArgumentOutOfRangeException">The value is infinite, which no row and no JSON can hold.</exception>
    public static double Number(double? value) => value is { } number && double.IsInfinity(number)
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "A metric of a session is a finite number.")
        : value ?? double.NaN;

    public static bool? Flag(sbyte flag) => flag == NoFlag ? null : flag != 0;

    public static sbyte Flag(bool? value) => value is { } flag ? (sbyte)(flag ? 1 : 0) : NoFlag;
}
