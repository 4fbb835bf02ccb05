namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Shared test queries.</summary>
internal static class TestQueries
{
    /// <summary>The period of the vendor's examples: a day in April 2026.</summary>
    public static SessionPeriod Period { get; } = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

    /// <summary>A query with only a primary field and a period.</summary>
    public static SessionQuery Query { get; } = SessionQuery.For(SessionMetrics.StartupTime, Period);
}
