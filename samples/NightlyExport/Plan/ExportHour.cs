using System.Globalization;
using MediaMelon.SessionList;

namespace NightlyExport.Plan;

/// <summary>The unit of work: an hour of UTC, and the sessions that end in it.</summary>
/// <param name="Period">From one full hour to the next.</param>
/// <param name="KeepsEnd">Whether the second of the end belongs to this hour, because no hour follows.</param>
internal sealed record ExportHour(SessionPeriod Period, bool KeepsEnd)
{
    public static TimeSpan Length { get; } = TimeSpan.FromHours(1);

    /// <summary>The number of the hour, counted from 1970, so that it is the same on all machines for any period.</summary>
    public long Number => Period.Start.ToUnixTimeSeconds() / (long)Length.TotalSeconds;

    /// <summary>The partition's folder, in the notation of Hive, Spark and DuckDB.</summary>
    public string Folder =>
        string.Create(CultureInfo.InvariantCulture, $"dt={Period.Start:yyyy-MM-dd}/hour={Period.Start:HH}");

    /// <summary>The period to request: it starts one second earlier.</summary>
    /// <remarks>The vendor does not specify which of two adjacent periods contains the second between them.</remarks>
    public SessionPeriod Asked =>
        SessionPeriod.FromUnixSeconds(Math.Max(0, Period.Start.ToUnixTimeSeconds() - 1), Period.End.ToUnixTimeSeconds());

    /// <summary>Whether a session belongs to this hour. A session with an unreadable end
    /// belongs to each hour that returns it.</summary>
    public bool Keeps(VideoSession session) =>
        session.EndTime is not { } end
        || (end >= Period.Start && (end < Period.End || (KeepsEnd && end == Period.End)));
}
