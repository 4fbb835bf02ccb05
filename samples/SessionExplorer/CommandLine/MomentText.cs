using System.Globalization;

namespace SessionExplorer.CommandLine;

/// <summary>Moments as people type them: ISO 8601, in the local zone where they name none.</summary>
internal static class MomentText
{
    public const string Rule =
        "A moment is a date, or a date and a time: 2026-04-09, 2026-04-09T18:30, 2026-04-09T18:30Z; local without a zone.";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out moment);
}
