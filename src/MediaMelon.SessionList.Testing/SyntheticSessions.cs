using MediaMelon.SessionList.Testing.Synthetic;

namespace MediaMelon.SessionList.Testing;

/// <summary>Generates synthetic sessions for tests and demonstrations.</summary>
public static class SyntheticSessions
{
    /// <summary>Generates realistic sessions in the order of their start. The same arguments give the same sessions on every
    /// machine.</summary>
    /// <remarks>The sessions start and end within the period. More of them start in the evening (UTC). A few fail. A few have no
    /// end, because they are running or loaded: about 1 of 100 in a day, more in a shorter period. A listing by end time, the
    /// default, does not contain them. Filter by <see cref="VideoSession.EndTime"/> if each session must have ended. Metrics are
    /// correlated: country, device and CDN affect rebuffering, and rebuffering lowers the score. The data contains an incident:
    /// the CDN Borealis fails for Android devices in Brazil. It starts at 19/24 of the period and takes two hours, or 1/12 of a
    /// period that is shorter than a day.
    /// </remarks>
    /// <param name="count">The number of sessions, 0 or more. Sessions are generated lazily, so memory use does not depend on it.
    /// </param>
    /// <param name="period">The period of the sessions.</param>
    /// <param name="seed">The seed. Another seed gives other sessions.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is null.</exception>
    public static IEnumerable<VideoSession> Generate(int count, SessionPeriod period, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(period);

        var factory = new SessionFactory(count, period, seed);
        return Enumerable.Range(0, count).Select(factory.Create);
    }
}
