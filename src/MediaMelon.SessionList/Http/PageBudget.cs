using Polly;

namespace MediaMelon.SessionList.Http;

/// <summary>The retries and the time that one page has left.</summary>
/// <remarks>
/// A throttled attempt uses time, and no retry. The time begins again if other pages of the client succeeded meanwhile: a page
/// that waits because they use up the rate limit does not fail while the client makes progress.
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

    /// <summary>The wait before the next attempt, as far as the page itself waits.</summary>
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

    /// <summary>Whether the response ends the page only because the time is over, and the time begins again.</summary>
    public bool MayStartAgainAfterResponse() => _isOutOfTime && _wasHeld && OthersSucceeded;

    /// <inheritdoc cref="MayStartAgainAfterResponse"/>
    public bool MayStartAgainAfterTimeout() => TimeLeft <= TimeSpan.Zero && _wasHeld && OthersSucceeded;

    /// <summary>Waits for the gate.</summary>
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

    /// <summary>Whether there is another attempt after a failure that is worth one, and plans the wait before it.</summary>
    public bool TryPlanRetry()
    {
        if (_requested > options.MaxRetryAfter || (UsesRetry() && _retries++ >= options.MaxRetries))
            return false;

        var own = RetryDelay.Before(Math.Max(_retries - 1, 0), Random.Shared.NextDouble());
        Wait = _isThrottled ? TimeSpan.Zero : _requested ?? own;
        _isOutOfTime = PlannedWait >= TimeLeft;
        return !_isOutOfTime;
    }

    /// <summary>The time until the next attempt, that at the gate included.</summary>
    public TimeSpan PlannedWait => _isThrottled ? gate.OpensIn : Wait;

    // A busy service may be down. It is a rate limit only if other requests succeed.
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
