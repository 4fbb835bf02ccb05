using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

namespace ScaleTool;

/// <summary>Generates the sessions of the day that all scripts export.</summary>
internal static class Day
{
    public static SessionPeriod Period { get; } = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    public static IEnumerable<VideoSession> Generate(int count) => SyntheticSessions.Generate(count, Period);

    /// <summary>Whether the export of the day must contain the session. The session must have ended on that day.</summary>
    public static bool Exports(VideoSession session) => session.EndTime >= Period.Start && session.EndTime < Period.End;
}
