using MediaMelon.SessionList;

namespace NightlyExport.Demo;

/// <summary>The built-in data: the section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    public static DateOnly Day { get; } = new(2026, 4, 9);

    public static SessionPeriod Period => SessionPeriod.Day(Day);

    public int Sessions { get; set; } = 20_000;

    public int Seed { get; set; } = 1;

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Whether the service in memory counts the second on which a period ends.</summary>
    public bool EndIsInclusive { get; set; } = true;
}
