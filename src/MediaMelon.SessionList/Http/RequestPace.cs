namespace MediaMelon.SessionList.Http;

/// <summary>The interval between two attempts, measured from the responses. Zero until the service throttles.</summary>
/// <remarks>
/// Fewer requests in flight alone do not keep a limit per second, because consecutive fast requests can exceed it too. Therefore
/// the interval follows the rate that the service accepted between two throttled responses.
/// </remarks>
internal sealed class RequestPace
{
    /// <summary>The factor between the measured interval and the interval after a throttled response.</summary>
    private const double SlowDown = 1.25;

    /// <summary>The factor by which each success shortens the interval near a measured limit.</summary>
    private const double SpeedUp = 0.95;

    /// <summary>The factor by which each success shortens the interval before a limit is measured.</summary>
    private const double QuickSpeedUp = 0.75;

    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(1);

    /// <summary>The minimum duration of a measurement. A token bucket accepts its whole size at once.</summary>
    private static readonly TimeSpan ShortestMeasurement = TimeSpan.FromSeconds(1);

    private TimeSpan _measuredSince;
    private bool _isThrottled; // the measurement began with a throttled response, and the client has not paused since
    private bool _isMeasured;
    private int _successes;

    public TimeSpan Interval { get; private set; }

    /// <summary>Restarts the measurement, because a pause of the client shows nothing about the service.</summary>
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

    /// <param name="now">The current time.</param>
    /// <param name="wait">
    /// The wait that follows. It limits the interval, so that random throttling does not slow down the client endlessly.
    /// </param>
    public void Throttle(TimeSpan now, TimeSpan wait)
    {
        // Without a success nothing was measured. The waits become longer instead.
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
