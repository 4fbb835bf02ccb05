using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>Records requests, counts requests in flight, and stores the queue of faults.</summary>
internal sealed class Traffic
{
    private readonly object _lock = new();
    private readonly List<EmulatedRequest> _requests = [];
    private readonly Queue<EmulatorFault> _faults = new();
    private int _inFlight;
    private int _peak;

    public int InFlight
    {
        get
        {
            lock (_lock)
                return _inFlight;
        }
    }

    public int Peak
    {
        get
        {
            lock (_lock)
                return _peak;
        }
    }

    public EmulatedRequest[] Snapshot()
    {
        lock (_lock)
            return [.. _requests];
    }

    public void Inject(ReadOnlySpan<EmulatorFault> faults)
    {
        lock (_lock)
        {
            foreach (var fault in faults)
                _faults.Enqueue(fault);
        }
    }

    // One critical section, so that concurrent requests take the faults in the order in which they are recorded.
    public EmulatorFault BeginRequest(EmulatedRequest request, TokenBucket? bucket)
    {
        lock (_lock)
        {
            _requests.Add(request);
            _peak = Math.Max(_peak, ++_inFlight);
            if (bucket?.TryTake() is { } wait)
                return EmulatorFault.Status(HttpStatusCode.TooManyRequests, wait, """{"message":"Too many requests."}""");

            return _faults.TryDequeue(out var fault) ? fault : EmulatorFault.None();
        }
    }

    public void EndRequest()
    {
        lock (_lock)
            _inFlight--;
    }
}
