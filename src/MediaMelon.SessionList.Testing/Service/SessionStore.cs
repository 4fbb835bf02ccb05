namespace MediaMelon.SessionList.Testing.Service;

// Append-only, so that the segment of a reader stays unchanged without a copy of all references.
internal sealed class SessionStore
{
    private readonly object _lock = new();
    private readonly LateSessions _late = new();
    private readonly ColumnNames _columns = new();
    private VideoSession[] _sessions;
    private int _count;

    public SessionStore(IEnumerable<VideoSession> sessions)
    {
        _sessions = [.. sessions];
        _count = _sessions.Length;
    }

    public ArraySegment<VideoSession> Snapshot()
    {
        lock (_lock)
            return new ArraySegment<VideoSession>(_sessions, 0, _count);
    }

    public void Add(VideoSession session)
    {
        lock (_lock)
            Append(session);
    }

    public void Add(VideoSession session, DateTimeOffset visibleFrom)
    {
        lock (_lock)
            _late.Add(session, visibleFrom);
    }

    /// <summary>Adds the late sessions that have arrived.</summary>
    /// <returns>Whether any session was added.</returns>
    public bool AddArrived(DateTimeOffset now)
    {
        lock (_lock)
        {
            var before = _count;
            while (_late.TryTake(now, out var session))
                Append(session);

            return _count > before;
        }
    }

    /// <summary>Hides each session until the delay after its end has passed.</summary>
    public void Delay(TimeSpan delay)
    {
        lock (_lock)
        {
            foreach (var session in _sessions.AsSpan(0, _count))
                _late.Add(session, (session.EndTime ?? session.StartTime ?? DateTimeOffset.MinValue) + delay);

            _count = 0;
        }
    }

    public bool HasColumn(string name)
    {
        if (KnownColumns.Find(name) is not null)
            return true;

        lock (_lock)
            return _columns.Contains(name, _sessions.AsSpan(0, _count));
    }

    private void Append(VideoSession session)
    {
        if (_count == _sessions.Length)
            Array.Resize(ref _sessions, Math.Max(16, _count * 2));

        _sessions[_count++] = session;
    }
}
