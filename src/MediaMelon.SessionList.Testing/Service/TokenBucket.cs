namespace MediaMelon.SessionList.Testing.Service;

/// <summary>Limits the request rate. The burst size is the number of requests per second, at least one.</summary>
internal sealed class TokenBucket
{
    private readonly double _rate;
    private readonly double _size;
    private readonly TimeProvider _clock;
    private double _tokens;
    private long _countedAt;

    public TokenBucket(double rate, TimeProvider clock)
    {
        _rate = rate;
        _size = Math.Max(1, rate);
        _clock = clock;
        _tokens = _size;
        _countedAt = clock.GetTimestamp();
    }

    /// <summary>Takes a token. If the bucket is empty, returns the time until the next token.</summary>
    public TimeSpan? TryTake()
    {
        var now = _clock.GetTimestamp();
        _tokens = Math.Min(_size, _tokens + (_clock.GetElapsedTime(_countedAt, now).TotalSeconds * _rate));
        _countedAt = now;

        // Tolerates rounding errors.
        const double Complete = 1 - 1e-9;
        if (_tokens < Complete)
            return TimeSpan.FromSeconds(Math.Min((1 - _tokens) / _rate, int.MaxValue));

        _tokens = Math.Max(0, _tokens - 1);
        return null;
    }
}
