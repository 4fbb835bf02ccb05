using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>
/// The time that a listing covers (<c>period</c>), in whole seconds, UTC: <c>start=1775749962,end=1775836362</c>.
/// </summary>
/// <remarks>
/// Whether the service includes a session that is on the end's second is not documented. In JSON, a period is its text.
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

    /// <summary>The beginning, UTC.</summary>
    public DateTimeOffset Start => DateTimeOffset.FromUnixTimeSeconds(_start);

    /// <summary>The end, UTC.</summary>
    public DateTimeOffset End => DateTimeOffset.FromUnixTimeSeconds(_end);

    /// <summary>How long the period is; at least a second.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks((_end - _start) * TimeSpan.TicksPerSecond);

    /// <summary>
    /// A period between two points in time. The start is rounded down to the second and the end up, so nothing inside is lost.
    /// </summary>
    /// <exception cref="ArgumentException">The end is not later than the start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A point lies before 1970, or in the year 5138 (100,000,000,000 seconds) or later.
    /// </exception>
    public static SessionPeriod Between(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
            throw new ArgumentException($"The end must be later than the start; {end:O} is not later than {start:O}.",
                nameof(end));

        var wholeEnd = end.ToUnixTimeSeconds();
        if (end > DateTimeOffset.FromUnixTimeSeconds(wholeEnd))
            wholeEnd++;

        return FromUnixSeconds(start.ToUnixTimeSeconds(), wholeEnd);
    }

    /// <summary>
    /// The given duration up to now. The period is fixed when this is called: it does not move while pages are read.
    /// </summary>
    /// <param name="duration">How far back to go; more than nothing.</param>
    /// <param name="clock">The clock that tells what now is; the system's unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not positive, or reaches back before 1970.</exception>
    public static SessionPeriod Last(TimeSpan duration, TimeProvider? clock = null)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        if (duration <= TimeSpan.Zero || duration > now - DateTimeOffset.UnixEpoch)
            throw new ArgumentOutOfRangeException(nameof(duration), duration,
                "The duration must be positive and must not reach back before 1970.");

        return Between(now - duration, now);
    }

    /// <summary>A calendar day, from midnight to midnight; 23 or 25 hours long where the clocks change.</summary>
    /// <param name="day">The day.</param>
    /// <param name="zone">The time zone whose midnights count; UTC unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The day lies before 1970, or in the year 5138 or later; or the zone has no such day, as Samoa has no 30 December 2011.
    /// </exception>
    public static SessionPeriod Day(DateOnly day, TimeZoneInfo? zone = null)
    {
        if (day.Year is < 1970 or > 5138)
            throw new ArgumentOutOfRangeException(nameof(day), day, "The day must lie between 1970 and the year 5138.");

        zone ??= TimeZoneInfo.Utc;
        var (start, end) = (DayStart.Find(day, zone), DayStart.Find(day.AddDays(1), zone));

        return start < end
            ? Between(start, end)
            : throw new ArgumentOutOfRangeException(nameof(day), day, $"The clocks of {zone.Id} passed over this day.");
    }

    /// <summary>A period by the numbers that the service takes.</summary>
    /// <param name="start">Seconds since 1970, UTC.</param>
    /// <param name="end">Seconds since 1970, UTC; greater than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentException">The end is not later than the start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative, or 100,000,000,000 or more: milliseconds, perhaps.
    /// </exception>
    public static SessionPeriod FromUnixSeconds(long start, long end)
    {
        if (GetRangeError(start) is { } startProblem)
            throw new ArgumentOutOfRangeException(nameof(start), start, startProblem);

        if (GetRangeError(end) is { } endProblem)
            throw new ArgumentOutOfRangeException(nameof(end), end, endProblem);

        return end > start ? new(start, end) : throw new ArgumentException(GetOrderError(start, end), nameof(end));
    }

    /// <summary>Neighbouring periods that share their boundary second, in ascending order; the last may be shorter.</summary>
    /// <param name="slice">Whole seconds, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slice is not whole seconds, or less than one.</exception>
    public IEnumerable<SessionPeriod> Split(TimeSpan slice)
    {
        if (GetSliceError(slice) is { } error)
            throw new ArgumentOutOfRangeException(nameof(slice), slice, error);

        return Cut(slice.Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>The period as it is sent: <c>start=1775749962,end=1775836362</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"start={_start},end={_end}");

    /// <summary>Reads <c>start=1775749962,end=1775836362</c>; blanks around the parts are allowed.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static SessionPeriod Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadOrThrow(text);
    }

    /// <summary>Reads a period as <see cref="Parse(string)"/> does; false where that throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionPeriod? period)
    {
        period = null;
        return text is not null && Read(text, out period) is null;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is ignored: the text is the same in every culture.</param>
    public static SessionPeriod Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return ReadOrThrow(s);
    }

    /// <inheritdoc cref="TryParse(string?, out SessionPeriod?)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is ignored: the text is the same in every culture.</param>
    /// <param name="result">The period, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        [MaybeNullWhen(false)] out SessionPeriod result) => TryParse(s, out result);

    internal static string? GetSliceError(TimeSpan slice) =>
        slice < TimeSpan.FromSeconds(1) || slice.Ticks % TimeSpan.TicksPerSecond != 0
        ? "A slice is whole seconds, at least one."
        : null;

    /// <summary>Reads a period; what is wrong with the text, as a sentence, or null.</summary>
    internal static string? Read(string text, out SessionPeriod? period)
    {
        period = null;
        var parts = text.Split(',');
        if (parts.Length != 2 || !TryReadPart(parts[0], "start", out var start) || !TryReadPart(parts[1], "end", out var end))
            return "It must read start=SECONDS,end=SECONDS, in whole seconds since 1970.";

        if ((GetRangeError(start) ?? GetRangeError(end)) is { } error)
            return error;

        if (end <= start)
            return GetOrderError(start, end);

        period = new(start, end);
        return null;
    }

    private static SessionPeriod ReadOrThrow(string text) =>
        Read(text, out var period) is { } error
            ? throw new FormatException($"'{text}' is no period. {error}")
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
        < 0 => "A period begins in 1970 at the earliest.",
        >= EpochSecondsFormat.Limit => "Seconds since 1970 stay below 100,000,000,000; is this in milliseconds?",
        _ => null,
    };

    private static string GetOrderError(long start, long end) =>
        string.Create(CultureInfo.InvariantCulture, $"The end must be later than the start; {end} is not later than {start}.");

    private IEnumerable<SessionPeriod> Cut(long seconds)
    {
        for (var start = _start; start < _end; start += seconds)
            yield return new(start, Math.Min(start + seconds, _end));
    }
}
