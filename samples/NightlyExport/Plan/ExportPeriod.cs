using System.Globalization;
using MediaMelon.SessionList;
using NightlyExport.Configuration;
using NightlyExport.Demo;

namespace NightlyExport.Plan;

/// <summary>Reads the period from the options: a day, or from and to, or yesterday.</summary>
internal static class ExportPeriod
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <exception cref="FormatException">The options do not specify a valid period.</exception>
    public static SessionPeriod Parse(ExportOptions options, TimeProvider clock) =>
        Validate(options, clock, out var period) is { } error ? throw new FormatException(error) : period!;

    /// <summary>The error of the options as a sentence. Null if they are valid.</summary>
    public static string? Validate(ExportOptions options, TimeProvider clock, out SessionPeriod? period)
    {
        var problem = options is { From: null, To: null } ? ReadDay(options, clock, out period) : ReadFromTo(options, out period);
        if (problem is not null)
            return problem;

        // A file of an hour that is not over would lack the sessions that end later.
        return !options.Demo && period!.End > clock.GetUtcNow()
            ? string.Create(CultureInfo.InvariantCulture, $"The period must be over; it ends at {period.End:u}.")
            : null;
    }

    private static string? ReadDay(ExportOptions options, TimeProvider clock, out SessionPeriod? period)
    {
        period = null;
        var day = options.Demo ? DemoOptions.Day : DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        if (options.Day is { } text && !DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, 0, out day))
            return $"Day must be like 2026-04-09; it is '{text}'.";
        if (day.Year is < 1970 or > 5000)
            return $"Day must be between the years 1970 and 5000; it is '{options.Day}'.";

        period = SessionPeriod.Day(day);
        return null;
    }

    private static string? ReadFromTo(ExportOptions options, out SessionPeriod? period)
    {
        period = null;
        if (options.Day is not null)
            return "Set Day, or From and To, but not both.";
        if (options.From is null || options.To is null)
            return "From and To go together; one of them is missing.";
        if (ReadHour("From", options.From, out var from) is { } fromProblem)
            return fromProblem;
        if (ReadHour("To", options.To, out var to) is { } toProblem)
            return toProblem;
        if (to <= from)
            return $"To must be later than From; '{options.To}' is not later than '{options.From}'.";

        period = SessionPeriod.Between(from, to);
        return null;
    }

    private static string? ReadHour(string name, string text, out DateTimeOffset time)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, utc, out time))
            return $"{name} must be like 2026-04-09T06:00Z; it is '{text}'.";
        if (time.Year is < 1970 or > 5000)
            return $"{name} must be between the years 1970 and 5000; it is '{text}'.";

        return time.Ticks % TimeSpan.TicksPerHour == 0
            ? null
            : $"{name} must be on the hour, as a file contains a whole hour of UTC; it is '{text}'.";
    }
}
