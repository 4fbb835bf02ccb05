namespace MediaMelon.SessionList.Testing.Service;

// Only ever appended to, so that a reader's segment stays as it was without a copy of a million references.
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
    /// <returns>Whether there were any.</returns>
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

    /// <summary>Holds every session back until its end and the delay have passed.</summary>
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
