namespace MediaMelon.SessionList.Testing.Service;

// Only ever appended to, so that a reader's segment stays as it was without a copy of a million references.
internal sealed class SessionStore
{
    private readonly object _lock = new();
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
        {
            if (_count == _sessions.Length)
                Array.Resize(ref _sessions, Math.Max(16, _count * 2));

            _sessions[_count++] = session;
        }
    }
}
