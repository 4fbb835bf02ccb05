using System.Globalization;

namespace SessionExplorer.CommandLine;

/// <summary>Reads ISO 8601 times. Without a zone, they are local.</summary>
internal static class MomentText
{
    public const string Rule =
        "A time must be a date, with or without a time of day: 2026-04-09, 2026-04-09T18:30, 2026-04-09T18:30Z; "
            + "local without a zone.";

    private const string Date = "yyyy-MM-dd";

    private static readonly string[] Formats =
    [
        Date,
        "yyyy-MM-ddK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <exception cref="UsageException">The text is not a time, or it is a local time that the clocks skip.</exception>
    public static Moment Parse(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (!DateTime.TryParseExact(text, Formats, culture, DateTimeStyles.RoundtripKind, out var time)
            || !DateTimeOffset.TryParseExact(text, Formats, culture, DateTimeStyles.AssumeUniversal, out var moment))
            throw new UsageException(Rule);

        return time.Kind == DateTimeKind.Unspecified
            ? Local(text, time, TimeZoneInfo.Local)
            : new(text, moment.ToUniversalTime(), moment.ToUniversalTime());
    }

    private static Moment Local(string text, DateTime time, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(time))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(time);
            return new(text, At(time, offsets.Max()), At(time, offsets.Min()));
        }

        if (!zone.IsInvalidTime(time))
            return Single(text, At(time, zone.GetUtcOffset(time)));

        // A day that begins within the gap begins at the end of the gap. The offset before the gap yields that time.
        return text.Length == Date.Length
            ? Single(text, At(time, zone.GetUtcOffset(time.AddDays(-1))))
            : throw new UsageException("The local clocks skip this time. Specify a zone, such as 2026-03-29T02:30Z.");
    }

    private static Moment Single(string text, DateTimeOffset moment) => new(text, moment, moment);

    private static DateTimeOffset At(DateTime time, TimeSpan offset) => new DateTimeOffset(time, offset).ToUniversalTime();
}
