namespace MediaMelon.SessionList.Http;

/// <summary>The time between two attempts, learned from the responses. Zero until the service throttles.</summary>
/// <remarks>
/// A limit per second is not kept by fewer requests in flight alone: a single one that is answered quickly exceeds it as well.
/// So the pace follows what the service accepted between two throttled responses.
/// </remarks>
internal sealed class RequestPace
{
    /// <summary>After a throttled response, the interval is this much longer than the measured one.</summary>
    private const double SlowDown = 1.25;

    /// <summary>Each success shortens the interval: slowly near a measured limit, quickly as long as none was measured.</summary>
    private const double SpeedUp = 0.95;
    private const double QuickSpeedUp = 0.75;

    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(1);

    /// <summary>A shorter measurement is taken for this one: a token bucket accepts its whole size at once.</summary>
    private static readonly TimeSpan ShortestMeasurement = TimeSpan.FromSeconds(1);

    private TimeSpan _measuredSince;
    private bool _isThrottled; // the measurement began with a throttled response, and there was no pause since
    private bool _isMeasured;
    private int _successes;

    public TimeSpan Interval { get; private set; }

    /// <summary>A pause of the client says nothing about the service: the measurement begins again.</summary>
    public void Restart(TimeSpan now)
    {
        _measuredSince = now;
        _isThrottled = false;
        _isMeasured = false;
        _successes = 0;
    }

    public void Succeed()
    {
        _successes++;
        Interval *= _isMeasured ? SpeedUp : QuickSpeedUp;
        if (Interval < MinInterval)
            Interval = TimeSpan.Zero;
    }

    /// <param name="now">The time.</param>
    /// <param name="wait">
    /// The wait that follows. It limits the interval: throttling at random must not slow down more and more.
    /// </param>
    public void Throttle(TimeSpan now, TimeSpan wait)
    {
        // Without a success there is no measurement: the waits become longer instead.
        if (_successes > 0 || Interval == TimeSpan.Zero)
        {
            var measured = Max(now - _measuredSince, ShortestMeasurement) / Math.Max(1, _successes) * SlowDown;
            Interval = Min(measured, 2 * Max(wait, ShortestMeasurement));
        }

        _isMeasured = _isThrottled;
        _isThrottled = true;
        _measuredSince = now;
        _successes = 0;
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
