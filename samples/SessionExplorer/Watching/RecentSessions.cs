namespace SessionExplorer.Watching;

/// <summary>The sessions of the last minutes, up to a maximum number. The oldest are discarded first.</summary>
internal sealed class RecentSessions(int capacity = RecentSessions.DefaultCapacity)
{
    public const int DefaultCapacity = 100_000;

    private readonly PriorityQueue<WatchedSession, DateTimeOffset> _sessions = new();

    public int Count => _sessions.Count;

    /// <summary>Whether sessions of the window were discarded because of the maximum number.</summary>
    public bool IsCut { get; private set; }

    public IEnumerable<WatchedSession> All => _sessions.UnorderedItems.Select(item => item.Element);

    public void Add(WatchedSession session)
    {
        _sessions.Enqueue(session, session.Time);
        if (_sessions.Count <= capacity)
            return;

        _sessions.Dequeue();
        IsCut = true;
    }

    public void DiscardBefore(DateTimeOffset time)
    {
        while (_sessions.TryPeek(out _, out var oldest) && oldest < time)
            _sessions.Dequeue();
    }
}
