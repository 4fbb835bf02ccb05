using MediaMelon.SessionList;
using NightlyExport.Configuration;

namespace NightlyExport.Demo;

/// <summary>The built-in data: the section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    private const int MaxSessions = 20_000_000;

    public static DateOnly Day { get; } = new(2026, 4, 9);

    public static SessionPeriod Period => SessionPeriod.Day(Day);

    public int Sessions { get; set; } = 20_000;

    public int Seed { get; set; } = 1;

    /// <summary>How long each response takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Whether the in-memory service includes the second on which a period ends.</summary>
    public bool EndIsInclusive { get; set; } = true;

    /// <exception cref="UsageException">A value is out of range.</exception>
    public void Validate()
    {
        if (Sessions is < 0 or > MaxSessions)
            throw new UsageException($"Demo:Sessions must be 0 to {MaxSessions}; it is {Sessions}.");
        if (Latency < TimeSpan.Zero || Latency > TimeSpan.FromMinutes(1))
            throw new UsageException($"Demo:Latency must be 0 to a minute; it is {Latency}.");
    }
}
