using System.Globalization;
using MediaMelon.SessionList;

namespace NightlyExport.Plan;

/// <summary>The unit of work: an hour of UTC, and the sessions that end in it.</summary>
/// <param name="Period">From one full hour to the next.</param>
/// <param name="KeepsEnd">Whether the second of the end belongs to this hour, for want of one that follows.</param>
internal sealed record ExportHour(SessionPeriod Period, bool KeepsEnd)
{
    public static TimeSpan Length { get; } = TimeSpan.FromHours(1);

    /// <summary>Counted from 1970, so that all machines agree, whatever period they were given.</summary>
    public long Number => Period.Start.ToUnixTimeSeconds() / (long)Length.TotalSeconds;

    /// <summary>The partition's folder, in the notation of Hive, Spark and DuckDB.</summary>
    public string Folder =>
        string.Create(CultureInfo.InvariantCulture, $"dt={Period.Start:yyyy-MM-dd}/hour={Period.Start:HH}");

    /// <summary>What to ask the service for: a second more at the beginning.</summary>
    /// <remarks>The vendor does not tell which of two neighbours that share a second brings it.</remarks>
    public SessionPeriod Asked =>
        SessionPeriod.FromUnixSeconds(Math.Max(0, Period.Start.ToUnixTimeSeconds() - 1), Period.End.ToUnixTimeSeconds());

    /// <summary>Whether a session belongs here; one whose end cannot be read belongs to the hour that brings it.</summary>
    public bool Keeps(VideoSession session) =>
        session.EndTime is not { } end
        || (end >= Period.Start && (end < Period.End || (KeepsEnd && end == Period.End)));
}
