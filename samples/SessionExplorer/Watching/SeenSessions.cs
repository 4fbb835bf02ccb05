using MediaMelon.SessionList;

namespace SessionExplorer.Watching;

/// <summary>Recognizes sessions that an earlier poll has returned.</summary>
/// <remarks>Memory is bounded: a session is removed when later polls cannot return it. Beyond the capacity, the oldest are
/// removed.</remarks>
internal sealed class SeenSessions(int capacity = SeenSessions.DefaultCapacity)
{
    public const int DefaultCapacity = 500_000;

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

    /// <summary>Removes the sessions before a time.</summary>
    public void ForgetBefore(DateTimeOffset time)
    {
        while (_byTime.TryPeek(out _, out var oldest) && oldest < time)
            _times.Remove(_byTime.Dequeue());
    }

    // A session without an id is identified by its values.
    private static string Key(VideoSession session) =>
        session.SessionId is { Length: > 0 } id
            ? id
            : $"{session.StartTime?.ToUnixTimeSeconds()}|{session.EndTime?.ToUnixTimeSeconds()}"
                + $"|{session.AssetName}|{session.WatchTime}";
}
