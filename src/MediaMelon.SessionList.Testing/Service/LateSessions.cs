using System.Diagnostics.CodeAnalysis;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>Stores sessions that are not visible yet, in the order of their arrival.</summary>
internal sealed class LateSessions
{
    private readonly PriorityQueue<VideoSession, (DateTimeOffset VisibleFrom, int Number)> _queue = new();
    private int _added;

    public void Add(VideoSession session, DateTimeOffset visibleFrom) => _queue.Enqueue(session, (visibleFrom, _added++));

    public bool TryTake(DateTimeOffset now, [MaybeNullWhen(false)] out VideoSession session)
    {
        if (_queue.TryPeek(out session, out var place) && place.VisibleFrom <= now)
        {
            _queue.Dequeue();
            return true;
        }

        session = null;
        return false;
    }
}
