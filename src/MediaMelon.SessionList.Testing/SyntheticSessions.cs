using MediaMelon.SessionList.Testing.Synthetic;

namespace MediaMelon.SessionList.Testing;

/// <summary>Invented sessions to explore and to test with.</summary>
public static class SyntheticSessions
{
    /// <summary>Believable sessions, the same for the same arguments on every machine, in the order of their start.</summary>
    /// <remarks>They begin and end within the period and crowd in the evening (UTC); a few are broken. A few still run or have
    /// only loaded, without an end: about 1 of 100 in a day, more in a shorter period. A listing by end time, the default,
    /// does not contain them. Filter by <see cref="VideoSession.EndTime"/> where each session must have ended. Metrics hang
    /// together: country, device and CDN make for stalls, and stalls for a low score. There is something to find: for two hours
    /// (a twelfth of a period shorter than a day) from 19/24 of the period on, Borealis fails Android devices in Brazil.
    /// </remarks>
    /// <param name="count">How many sessions, 0 or more. They are made one by one: a million needs no more memory than one.
    /// </param>
    /// <param name="period">When they take place.</param>
    /// <param name="seed">Another number makes for other sessions.</param>
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
