using System.Globalization;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

namespace SessionExplorer.Sources;

/// <summary>The settings of the built-in data. Tests fix them with environment variables.</summary>
internal sealed record BuiltInSettings(TimeProvider Clock, int Sessions, int Seed, TimeSpan Latency)
{
    /// <summary>How far the sessions extend into the future, so that new sessions appear.</summary>
    public TimeSpan Ahead { get; init; }

    public static BuiltInSettings FromEnvironment() =>
        new(
            Variable("NOW") is { } now
                ? new PinnedClock(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))
                : TimeProvider.System,
            Number("SESSIONS", 20_000),
            Number("SEED", 1),
            TimeSpan.FromMilliseconds(Number("LATENCY_MS", 0)));

    /// <summary>Generates the sessions: those of the last day, or of a day that extends into the future.</summary>
    public IEnumerable<VideoSession> GenerateSessions()
    {
        var end = Clock.GetUtcNow() + Ahead;
        return SyntheticSessions.Generate(Sessions, SessionPeriod.Between(end - TimeSpan.FromHours(24), end), Seed);
    }

    private static int Number(string name, int otherwise) =>
        Variable(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable("SESSIONEXPLORER_" + name);
}
