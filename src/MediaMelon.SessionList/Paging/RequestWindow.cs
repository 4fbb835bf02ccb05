using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Paging;

/// <summary>The number of concurrent requests of one listing.</summary>
internal sealed class RequestWindow(int maxRequests, ThrottleGate gate)
{
    private int _bursts = gate.Bursts;

    /// <summary>The configured concurrency, limited by the current window of the client.</summary>
    public int Size => Math.Min(maxRequests, gate.Window);

    /// <summary>Whether the service throttled the client since the last call, and to how many requests.</summary>
    public bool WasThrottled(out int size)
    {
        size = Math.Min(maxRequests, gate.NarrowedTo);
        var bursts = gate.Bursts;
        var wasThrottled = bursts != _bursts;
        _bursts = bursts;
        return wasThrottled;
    }
}
