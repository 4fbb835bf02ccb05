using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A fake clock. It advances to the next timer only while a test waits for a task in <c>RunAsync</c>.</summary>
/// <remarks>
/// The clock advances to a delay, such as the delay before a retry. It advances to a timeout only after the service has called
/// <c>AllowTimeout</c>. Until then, bytes may still arrive. So a slow machine cannot cause a timeout.
/// </remarks>
internal sealed class Clock() : FakeTimeProvider(StartTime)
{
    public static readonly DateTimeOffset StartTime = new(2026, 4, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _armed = [];
    private readonly HashSet<TimeSpan> _timeouts = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _allowedTimeouts;
    private readonly List<TimeSpan> _waits = [];

    /// <summary>The elapsed time.</summary>
    public TimeSpan Elapsed => GetUtcNow() - StartTime;

    /// <summary>The lengths of the delays, in order. A delay is a timer that is not a timeout.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
                return [.. _waits];
        }
    }

    /// <summary>Treats timers of these lengths as timeouts.</summary>
    public void RegisterTimeouts(params TimeSpan[] lengths)
    {
        lock (_gate)
            _timeouts.UnionWith(lengths);
    }

    /// <summary>Allows one timeout to expire. The service calls it when it sends nothing more.</summary>
    public void AllowTimeout()
    {
        lock (_gate)
            _allowedTimeouts++;

        Changed();
    }

    /// <summary>Waits for a task and advances the clock to its timers.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        await RunAsync((Task)task);
        return await task;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task RunAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var changed = _changed.Task;
            if (FindNext() is { } due)
                Advance(due > GetUtcNow() ? due - GetUtcNow() : TimeSpan.Zero);
            else
                await Task.WhenAny(task, changed).WaitAsync(HangLimit, TimeProvider.System);
        }

        await task;
    }

    /// <summary>Waits until a delay has started.</summary>
    public async Task WaitForDelayAsync()
    {
        while (Waits.Count == 0)
        {
            var changed = _changed.Task;
            if (Waits.Count == 0)
                await changed.WaitAsync(HangLimit, System);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Begin(base.CreateTimer(timer.Fire, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    private DateTimeOffset? FindNext()
    {
        lock (_gate)
        {
            var next = _armed.Where(timer => _allowedTimeouts > 0 || !_timeouts.Contains(timer.Length)).MinBy(timer => timer.Due);
            if (next is null)
                return null;

            if (_timeouts.Contains(next.Length))
                _allowedTimeouts--;

            return next.Due;
        }
    }

    private void Changed() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private sealed class Timer(Clock clock, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _timer;

        public TimeSpan Length { get; private set; }

        public DateTimeOffset Due { get; private set; }

        public void Begin(ITimer timer) => _timer = timer;

        public void Fire(object? unused)
        {
            Disarm();
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Length = dueTime;
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    clock._armed.Remove(this);
                else
                    clock._armed.Add(this);

                if (dueTime != Timeout.InfiniteTimeSpan && !clock._timeouts.Contains(dueTime))
                    clock._waits.Add(dueTime);
            }

            var isChanged = _timer!.Change(dueTime, period);
            clock.Changed();
            return isChanged;
        }

        public void Dispose()
        {
            Disarm();
            _timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Disarm();
            return _timer!.DisposeAsync();
        }

        private void Disarm()
        {
            lock (clock._gate)
                clock._armed.Remove(this);
        }
    }
}
