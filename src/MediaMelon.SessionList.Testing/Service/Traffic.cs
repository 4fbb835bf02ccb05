using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>What came in, what is being answered, and the faults that wait for it.</summary>
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

    // One step, so that the order of the faults is the order of the requests, however many come concurrently.
    public EmulatorFault Arrive(EmulatedRequest request, TokenBucket? bucket)
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

    public void Leave()
    {
        lock (_lock)
            _inFlight--;
    }
}
