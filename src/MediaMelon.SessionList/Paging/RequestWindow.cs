using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Paging;

/// <summary>The number of concurrent requests of one listing.</summary>
internal sealed class RequestWindow(int largest, ThrottleGate gate)
{
    private int _bursts = gate.Bursts;

    /// <summary>As many as the options say, and no more than the client may have in flight at present.</summary>
    public int Size => Math.Min(largest, gate.Window);

    /// <summary>Whether the service throttled the client since the last call, and to how many requests.</summary>
    public bool WasThrottled(out int size)
    {
        size = Math.Min(largest, gate.NarrowedTo);
        var bursts = gate.Bursts;
        var wasThrottled = bursts != _bursts;
        _bursts = bursts;
        return wasThrottled;
    }
}
