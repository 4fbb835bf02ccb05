using MediaMelon.SessionList;

namespace SessionExplorer.Watching;

/// <summary>Recognizes sessions that a look before has returned.</summary>
/// <remarks>Memory is bounded: a session is forgotten when no later look can return it, and the oldest ones are forgotten
/// beyond the capacity.</remarks>
internal sealed class SeenSessions(int capacity = SeenSessions.UsualCapacity)
{
    public const int UsualCapacity = 500_000;

    private readonly Dictionary<string, DateTimeOffset> _times = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _byTime = new();

    public int Count => _times.Count;

    /// <returns>False if the session was added before.</returns>
    public bool Add(VideoSession session, DateTimeOffset time)
    {
        var key = Key(session);
        if (!_times.TryAdd(key, time))
            return false;

        _byTime.Enqueue(key, time);
        if (_times.Count > capacity)
            _times.Remove(_byTime.Dequeue());

        return true;
    }

    /// <summary>Forgets the sessions before a time.</summary>
    public void ForgetBefore(DateTimeOffset time)
    {
        while (_byTime.TryPeek(out _, out var oldest) && oldest < time)
            _times.Remove(_byTime.Dequeue());
    }

    // Without an id a session is recognized by what it is.
    private static string Key(VideoSession session) =>
        session.SessionId is { Length: > 0 } id
            ? id
            : $"{session.StartTime?.ToUnixTimeSeconds()}|{session.EndTime?.ToUnixTimeSeconds()}|{session.AssetName}|{session.WatchTime}";
}
