using Polly;

namespace MediaMelon.SessionList.Http;

/// <summary>The remaining retries and the remaining time of one page.</summary>
/// <remarks>
/// A throttled attempt uses time but no retry. The time restarts if other pages of the client succeeded meanwhile: a page that
/// waits for the rate limit does not fail while the client makes progress.
/// </remarks>
internal sealed class PageBudget(PageRequestContext call, SessionListClientOptions options, TimeProvider clock, ThrottleGate gate)
{
    public static readonly ResiliencePropertyKey<PageBudget?> Key = new("MediaMelon.SessionList.PageBudget");

    private readonly long _page = gate.NextPage();
    private long _startedAt;
    private long _successesAtStart;
    private long _successesAtFailure;
    private int _retries;
    private bool _wasHeld;
    private bool _isOutOfTime;
    private AttemptResult _last;
    private bool _isThrottled;
    private TimeSpan? _requested;

    public PageRequestContext Call => call;

    /// <summary>The wait of the page before its next attempt, without the wait at the gate.</summary>
    public TimeSpan Wait { get; private set; }

    private TimeSpan TimeLeft => options.TotalTimeout - clock.GetElapsedTime(_startedAt);

    private bool OthersSucceeded => gate.Successes > _successesAtStart;

    public void StartTime()
    {
        _startedAt = clock.GetTimestamp();
        _successesAtStart = gate.Successes;
        _isOutOfTime = false;
        _wasHeld = false;
    }

    /// <summary>Whether the page failed only because its time is over, and the time may restart.</summary>
    public bool MayRestartAfterResponse() => _isOutOfTime && _wasHeld && OthersSucceeded;

    /// <inheritdoc cref="MayRestartAfterResponse"/>
    public bool MayRestartAfterTimeout() => TimeLeft <= TimeSpan.Zero && _wasHeld && OthersSucceeded;

    /// <summary>Waits until the gate admits the attempt.</summary>
    public async ValueTask<long> EnterAsync(CancellationToken cancellationToken)
    {
        _isThrottled = false;
        _requested = null;
        var entering = gate.EnterAsync(_page, cancellationToken);
        _wasHeld |= !entering.IsCompleted;
        var attempt = await entering.ConfigureAwait(false);
        call.CountAttempt();
        return attempt;
    }

    public void Leave(long attempt, HttpResponseMessage? response)
    {
        _requested = response is null ? null : RetryAfter.Read(response, clock);
        _last = response is null ? default : AttemptResult.Create(response.StatusCode, _requested, options.MaxRetryAfter);
        _isThrottled = gate.Leave(attempt, _last);
        _wasHeld |= _isThrottled;
    }

    /// <summary>Plans the wait before another attempt. Returns false if the page may not retry.</summary>
    public bool TryPlanRetry()
    {
        if (_requested > options.MaxRetryAfter || (UsesRetry() && _retries++ >= options.MaxRetries))
            return false;

        var delay = RetryDelay.Compute(Math.Max(_retries - 1, 0), Random.Shared.NextDouble());
        Wait = _isThrottled ? TimeSpan.Zero : _requested ?? delay;
        _isOutOfTime = PlannedWait >= TimeLeft;
        return !_isOutOfTime;
    }

    /// <summary>The time until the next attempt, including the wait at the gate.</summary>
    public TimeSpan PlannedWait => _isThrottled ? gate.OpensIn : Wait;

    // A busy service may be unavailable. It limits the rate only if other requests succeed.
    private bool UsesRetry()
    {
        if (!_isThrottled)
            return true;

        var successes = gate.Successes;
        var isProgress = successes > _successesAtFailure;
        _successesAtFailure = successes;
        return _last.Kind == AttemptKind.Busy && !isProgress;
    }
}
