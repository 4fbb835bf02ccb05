namespace MediaMelon.SessionList.Http;

/// <summary>Decides when an attempt may start.</summary>
/// <remarks>
/// All listings of a client share one gate, because the service limits the key.
/// After a throttled response, no attempt starts before the requested wait has passed. Then attempts start one by one, the oldest
/// page first. <see cref="RequestPace"/> sets their interval, and <see cref="AttemptWindow"/> limits the attempts in flight.
/// </remarks>
internal sealed class ThrottleGate(TimeProvider clock)
{
    /// <summary>The time without attempts after which the client counts as paused.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int MaxDepth = 8;

    [ThreadStatic]
    private static int _depth;

    private readonly object _lock = new();
    private readonly long _origin = clock.GetTimestamp();
    private readonly PriorityQueue<Waiter, long> _waiting = new();
    private readonly AttemptWindow _window = new();
    private readonly RequestPace _pace = new();
    private ITimer? _timer;
    private TimeSpan? _idleSince = TimeSpan.Zero - Pause - Pause;
    private TimeSpan _opensAt;
    private long _pages;
    private long _attempts;
    private long _lastOfBurst; // attempts up to this one belong to a burst that was counted
    private long _lastBeforeBusy; // attempts up to this one were in flight when the service was busy
    private int _burstsWithoutSuccess;
    private int _inFlight;
    private int _mostInFlight;
    private int _bursts;
    private int _narrowedTo = AttemptWindow.InitialSize;
    private long _successes;

    /// <summary>The maximum number of attempts in flight.</summary>
    public int Window
    {
        get
        {
            lock (_lock)
                return _window.Size;
        }
    }

    /// <summary>The number of bursts of throttled responses.</summary>
    public int Bursts => Volatile.Read(ref _bursts);

    /// <summary>The size of the window directly after the last burst.</summary>
    public int NarrowedTo => Volatile.Read(ref _narrowedTo);

    /// <summary>The number of successful responses. It shows whether the client makes progress.</summary>
    public long Successes => Volatile.Read(ref _successes);

    /// <summary>The time until an attempt may start.</summary>
    public TimeSpan OpensIn
    {
        get
        {
            lock (_lock)
                return Max(_opensAt - Now, TimeSpan.Zero);
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(_origin);

    private bool MayStart => _inFlight < _window.Size && _opensAt <= Now;

    /// <summary>Creates the queue number of a page. Older pages have priority.</summary>
    public long NextPage() => Interlocked.Increment(ref _pages);

    /// <summary>Waits until an attempt may start. The caller must call <see cref="Leave"/> afterwards.</summary>
    /// <returns>The number of the attempt.</returns>
    public ValueTask<long> EnterAsync(long page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter();
        List<Waiter> admitted;
        lock (_lock)
        {
            EndPause();
            if (_waiting.Count == 0 && MayStart)
                return new(Admit());

            _waiting.Enqueue(waiter, page);
            admitted = AdmitWaiters();
        }

        Release(admitted);
        return waiter.WaitAsync(cancellationToken);
    }

    /// <summary>Ends an attempt.</summary>
    /// <returns>Whether the service throttled it.</returns>
    public bool Leave(long attempt, AttemptResult result)
    {
        List<Waiter> admitted;
        bool isThrottled;
        lock (_lock)
        {
            if (result.Kind == AttemptKind.Succeeded)
                Succeed();

            isThrottled = IsThrottled(attempt, result.Kind);
            if (isThrottled)
                Throttle(attempt, result.Wait);

            _inFlight--;
            if (_inFlight == 0 && _waiting.Count == 0)
                _idleSince = Now;

            admitted = AdmitWaiters();
        }

        ReleaseWithoutNesting(admitted);
        return isThrottled;
    }

    private void EndPause()
    {
        if (_idleSince is { } since && Now - since > Pause)
        {
            _pace.Restart(Now);
            _mostInFlight = 0;
        }

        _idleSince = null;
    }

    private long Admit()
    {
        _inFlight++;
        _mostInFlight = Math.Max(_mostInFlight, _inFlight);
        _opensAt = Max(_opensAt, Now + _pace.Interval);
        return ++_attempts;
    }

    private List<Waiter> AdmitWaiters()
    {
        List<Waiter> admitted = [];
        while (_waiting.Count > 0 && MayStart)
        {
            if (_waiting.Dequeue() is not { Task.IsCompleted: false } waiter)
                continue; // the caller has cancelled

            waiter.Attempt = Admit();
            admitted.Add(waiter);
        }

        var wait = _opensAt - Now;
        if (_waiting.Count > 0 && wait > TimeSpan.Zero && _inFlight < _window.Size)
        {
            _timer ??= clock.CreateTimer(OnTimer, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(RoundUp(wait), Timeout.InfiniteTimeSpan);
        }

        return admitted;
    }

    private void OnTimer(object? unused)
    {
        List<Waiter> admitted;
        lock (_lock)
            admitted = AdmitWaiters();

        Release(admitted);
    }

    // An attempt that ends synchronously starts the next one on the same stack. At the maximum depth, another thread continues.
    private void ReleaseWithoutNesting(List<Waiter> admitted)
    {
        if (_depth >= MaxDepth && admitted.Count > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(Release, admitted, preferLocal: false);
            return;
        }

        _depth++;
        Release(admitted);
        _depth--;
    }

    private void Release(List<Waiter> admitted)
    {
        foreach (var waiter in admitted)
        {
            if (!waiter.TrySetResult(waiter.Attempt))
                Leave(waiter.Attempt, default);
        }
    }

    private void Succeed()
    {
        _successes++;
        _burstsWithoutSuccess = 0;
        _pace.Succeed();
        if (_inFlight * 2 >= _window.Size) // a window that is not half used has not been tested
            _window.Grow();
    }

    // A single busy response may concern one page. Two concurrent ones concern the client, and so does one after throttling.
    private bool IsThrottled(long attempt, AttemptKind kind)
    {
        if (kind != AttemptKind.Busy)
            return kind == AttemptKind.Throttled;

        var isOneOfMany = attempt <= _lastBeforeBusy || _pace.Interval > TimeSpan.Zero;
        _lastBeforeBusy = _attempts;
        return isOneOfMany;
    }

    private void Throttle(long attempt, TimeSpan? requested)
    {
        var isNewBurst = attempt > _lastOfBurst;
        var wait = requested
            ?? (isNewBurst ? RetryDelay.Compute(_burstsWithoutSuccess, Random.Shared.NextDouble()) : TimeSpan.Zero);

        // Never earlier than requested, and up to 10 % later, so that several programs do not resume together.
        _opensAt = Max(_opensAt, Now + (wait * (1 + (requested is null ? 0 : Random.Shared.NextDouble() / 10))));
        if (!isNewBurst)
            return;

        _lastOfBurst = _attempts;
        _burstsWithoutSuccess++;
        _bursts++;
        _window.Halve(_mostInFlight);
        _narrowedTo = _window.Size;
        _mostInFlight = _inFlight - 1;
        _pace.Throttle(Now, wait);
    }

    // Timers have a resolution of one millisecond.
    private static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private sealed class Waiter : TaskCompletionSource<long>
    {
        public long Attempt { get; set; }

        public async ValueTask<long> WaitAsync(CancellationToken cancellationToken)
        {
            using var registration = cancellationToken.UnsafeRegister(
                static (waiter, token) => ((Waiter)waiter!).TrySetCanceled(token), this);
            return await Task.ConfigureAwait(false);
        }
    }
}
