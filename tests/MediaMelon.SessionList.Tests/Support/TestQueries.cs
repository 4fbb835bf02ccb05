namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Test data of which there is one.</summary>
internal static class TestQueries
{
    /// <summary>The period of the vendor's examples: a day in April 2026.</summary>
    public static SessionPeriod Period { get; } = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

    /// <summary>A query that says nothing beyond its lead and its period.</summary>
    public static SessionQuery Query { get; } = SessionQuery.For(SessionMetrics.StartupTime, Period);
}
