using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A clock that stands still but where a test waits for a task: then it moves to the next timer, if there is a reason to.</summary>
/// <remarks>
/// A timer that somebody waits on, such as the pause before a retry, is a reason. A timeout is one only when the service has told that
/// it goes silent: as long as bytes may still come, no time passes, however slow the machine.
/// </remarks>
internal sealed class Clock() : FakeTimeProvider(Beginning)
{
    public static readonly DateTimeOffset Beginning = new(2026, 4, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _armed = [];
    private readonly HashSet<TimeSpan> _timeouts = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _silences;
    private readonly List<TimeSpan> _waits = [];

    /// <summary>The time that has passed.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Beginning;

    /// <summary>The lengths of the timers that were set and are no timeouts: the waits, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
                return [.. _waits];
        }
    }

    /// <summary>Timers of these lengths are timeouts.</summary>
    public void AreTimeouts(params TimeSpan[] lengths)
    {
        lock (_gate)
            _timeouts.UnionWith(lengths);
    }

    /// <summary>The service sends nothing more in this answer: one timeout may run out.</summary>
    public void Silence()
    {
        lock (_gate)
            _silences++;

        Changed();
    }

    /// <summary>Waits for a task and moves the clock where it must.</summary>
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

    /// <summary>Waits until a timer other than a timeout has been set.</summary>
    public async Task UntilSomebodyWaitsAsync()
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
            var next = _armed.Where(timer => _silences > 0 || !_timeouts.Contains(timer.Length)).MinBy(timer => timer.Due);
            if (next is null)
                return null;

            if (_timeouts.Contains(next.Length))
                _silences--;

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
