using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

namespace NightlyExport.Tests.Support;

/// <summary>The data of a demo run, generated without the program.</summary>
internal static class BuiltIn
{
    public const int HoursOfDay = 24;

    public static SessionPeriod Day { get; } = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    /// <summary>The sessions that ended on that day, which are those that the service lists.</summary>
    public static IReadOnlyList<VideoSession> Ended { get; } =
        [.. SyntheticSessions.Generate(20_000, Day).Where(session => session.EndTime >= Day.Start && session.EndTime <= Day.End)];

    public static IEnumerable<string> Ids(IEnumerable<VideoSession> sessions) =>
        sessions.Select(session => session.SessionId!).Order(StringComparer.Ordinal);
}
