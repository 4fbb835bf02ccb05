using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

namespace ScaleTool;

/// <summary>The sessions of the day that all scripts export.</summary>
internal static class Day
{
    public static SessionPeriod Period { get; } = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    public static IEnumerable<VideoSession> Generate(int count) => SyntheticSessions.Generate(count, Period);

    /// <summary>Whether the export of the day must contain the session: it ended on that day, before its last second's end.</summary>
    public static bool Exports(VideoSession session) => session.EndTime >= Period.Start && session.EndTime < Period.End;
}
