namespace MediaMelon.SessionList.Http;

/// <summary>The number of attempts that may be in flight: halved by each burst of throttled responses.</summary>
/// <remarks>
/// It doubles with each round of successes. Near the size at which the service throttled last, it grows by one with each round.
/// </remarks>
internal sealed class AttemptWindow
{
    /// <summary>The size before anything is known of the service.</summary>
    public const int InitialSize = 16;

    private const int MaxSize = 1024;

    private int _throttledAt;
    private int _successes;

    public int Size { get; private set; } = InitialSize;

    /// <param name="inFlight">The most attempts that were in flight since the last burst.</param>
    public void Halve(int inFlight)
    {
        _throttledAt = Math.Min(Size, inFlight);
        _successes = 0;
        Size = Math.Max(1, _throttledAt / 2);
    }

    public void Grow()
    {
        var isNear = Size >= _throttledAt * 3 / 4 && Size <= _throttledAt * 5 / 4;
        if (isNear && ++_successes < Size)
            return;

        _successes = 0;
        Size = Math.Min(Size + 1, MaxSize);
    }
}
