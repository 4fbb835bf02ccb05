using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>
/// The period of a listing (<c>period</c>), in whole seconds, UTC: <c>start=1775749962,end=1775836362</c>.
/// </summary>
/// <remarks>
/// The vendor does not document whether the service includes the second of the end. In JSON, a period is its text.
/// </remarks>
[JsonConverter(typeof(SessionPeriodJsonConverter))]
public sealed record SessionPeriod : IParsable<SessionPeriod>
{
    private readonly long _start;
    private readonly long _end;

    private SessionPeriod(long start, long end)
    {
        _start = start;
        _end = end;
    }

    /// <summary>The start, UTC.</summary>
    public DateTimeOffset Start => DateTimeOffset.FromUnixTimeSeconds(_start);

    /// <summary>The end, UTC.</summary>
    public DateTimeOffset End => DateTimeOffset.FromUnixTimeSeconds(_end);

    /// <summary>The duration, at least one second.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks((_end - _start) * TimeSpan.TicksPerSecond);

    /// <summary>
    /// Creates a period between two points in time. The start is rounded down and the end is rounded up to whole seconds.
    /// </summary>
    /// <exception cref="ArgumentException">The end is not later than the start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A point is before 1970, or at or after 100,000,000,000 seconds (in the year 5138).
    /// </exception>
    public static SessionPeriod Between(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
            throw new ArgumentException($"The end must be later than the start. {end:O} is not later than {start:O}.",
                nameof(end));

        var wholeEnd = end.ToUnixTimeSeconds();
        if (end > DateTimeOffset.FromUnixTimeSeconds(wholeEnd))
            wholeEnd++;

        return FromUnixSeconds(start.ToUnixTimeSeconds(), wholeEnd);
    }

    /// <summary>
    /// Creates a period that ends now. The period is fixed when this is called, so it does not change during a listing.
    /// </summary>
    /// <param name="duration">The duration. It must be positive.</param>
    /// <param name="clock">The clock. If null, the system clock is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The duration is not positive, or the period would start before 1970.
    /// </exception>
    public static SessionPeriod Last(TimeSpan duration, TimeProvider? clock = null)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        if (duration <= TimeSpan.Zero || duration > now - DateTimeOffset.UnixEpoch)
            throw new ArgumentOutOfRangeException(nameof(duration), duration,
                "The duration must be positive, and the period must not start before 1970.");

        return Between(now - duration, now);
    }

    /// <summary>Creates the period of a calendar day, from midnight to midnight: 23 or 25 hours if the clocks change.</summary>
    /// <param name="day">The day.</param>
    /// <param name="zone">The time zone. If null, UTC is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The day is before 1970, or ends at or after 100,000,000,000 seconds (in the year 5138). Or it does not exist in the zone,
    /// such as 30 December 2011 in Samoa.
    /// </exception>
    public static SessionPeriod Day(DateOnly day, TimeZoneInfo? zone = null)
    {
        if (day.Year is < 1970 or > 5138)
            throw new ArgumentOutOfRangeException(nameof(day), day, "The day must be between 1970 and the year 5138.");

        zone ??= TimeZoneInfo.Utc;
        var (start, end) = (DayStart.Find(day, zone), DayStart.Find(day.AddDays(1), zone));

        return start < end
            ? Between(start, end)
            : throw new ArgumentOutOfRangeException(nameof(day), day, $"The clocks of {zone.Id} skipped this day.");
    }

    /// <summary>Creates a period from the numbers that the service uses.</summary>
    /// <param name="start">Seconds since 1970, UTC.</param>
    /// <param name="end">Seconds since 1970, UTC; greater than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentException">The end is not later than the start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative, or is 100,000,000,000 or more. Such a number is probably in milliseconds.
    /// </exception>
    public static SessionPeriod FromUnixSeconds(long start, long end)
    {
        if (GetRangeError(start) is { } startError)
            throw new ArgumentOutOfRangeException(nameof(start), start, startError);

        if (GetRangeError(end) is { } endError)
            throw new ArgumentOutOfRangeException(nameof(end), end, endError);

        return end > start ? new(start, end) : throw new ArgumentException(GetOrderError(start, end), nameof(end));
    }

    /// <summary>Splits the period into slices, in ascending order. Adjacent slices share their boundary second.</summary>
    /// <param name="slice">The duration of a slice, in whole seconds, at least one. The last slice may be shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slice is not in whole seconds, or is less than one.</exception>
    public IEnumerable<SessionPeriod> Split(TimeSpan slice)
    {
        if (GetSliceError(slice) is { } error)
            throw new ArgumentOutOfRangeException(nameof(slice), slice, error);

        return SplitBySeconds(slice.Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>Formats the period for the request: <c>start=1775749962,end=1775836362</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"start={_start},end={_end}");

    /// <summary>Parses <c>start=1775749962,end=1775836362</c>. Blanks around the parts are allowed.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static SessionPeriod Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadOrThrow(text);
    }

    /// <summary>Parses a period like <see cref="Parse(string)"/>. Returns false if the text is invalid.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionPeriod? period)
    {
        period = null;
        return text is not null && Read(text, out period) is null;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored. The text does not depend on the culture.</param>
    public static SessionPeriod Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return ReadOrThrow(s);
    }

    /// <inheritdoc cref="TryParse(string?, out SessionPeriod?)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored. The text does not depend on the culture.</param>
    /// <param name="result">The period, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        [MaybeNullWhen(false)] out SessionPeriod result) => TryParse(s, out result);

    internal static string? GetSliceError(TimeSpan slice) =>
        slice < TimeSpan.FromSeconds(1) || slice.Ticks % TimeSpan.TicksPerSecond != 0
        ? "A slice must be whole seconds, at least one."
        : null;

    /// <summary>Parses a period. Returns the validation error as a sentence, or null if the text is valid.</summary>
    internal static string? Read(string text, out SessionPeriod? period)
    {
        period = null;
        var parts = text.Split(',');
        if (parts.Length != 2 || !TryReadPart(parts[0], "start", out var start) || !TryReadPart(parts[1], "end", out var end))
            return "It must have the format start=SECONDS,end=SECONDS, in whole seconds since 1970.";

        if ((GetRangeError(start) ?? GetRangeError(end)) is { } error)
            return error;

        if (end <= start)
            return GetOrderError(start, end);

        period = new(start, end);
        return null;
    }

    private static SessionPeriod ReadOrThrow(string text) =>
        Read(text, out var period) is { } error
            ? throw new FormatException($"'{text}' is not a period. {error}")
            : period!;

    private static bool TryReadPart(string part, string name, out long seconds)
    {
        seconds = 0;
        var sign = part.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            && part.AsSpan(0, sign).Trim().SequenceEqual(name)
            && long.TryParse(part.AsSpan(sign + 1).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out seconds);
    }

    private static string? GetRangeError(long seconds) => seconds switch
    {
        < 0 => "A period cannot start before 1970.",
        >= EpochSecondsFormat.Limit => "Seconds since 1970 must be less than 100,000,000,000. The value may be in milliseconds.",
        _ => null,
    };

    private static string GetOrderError(long start, long end) =>
        string.Create(CultureInfo.InvariantCulture, $"The end must be later than the start. {end} is not later than {start}.");

    private IEnumerable<SessionPeriod> SplitBySeconds(long seconds)
    {
        for (var start = _start; start < _end; start += seconds)
            yield return new(start, Math.Min(start + seconds, _end));
    }
}
