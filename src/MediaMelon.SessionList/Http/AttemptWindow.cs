namespace MediaMelon.SessionList.Http;

/// <summary>The maximum number of attempts in flight. Each burst of throttled responses halves it.</summary>
/// <remarks>
/// Each round of successes doubles the window. Near the size at which the service throttled last, each round adds one.
/// </remarks>
internal sealed class AttemptWindow
{
    /// <summary>The size before the first response.</summary>
    public const int InitialSize = 16;

    private const int MaxSize = 1024;

    private int _throttledAt;
    private int _successes;

    public int Size { get; private set; } = InitialSize;

    /// <param name="inFlight">The maximum number of attempts in flight since the last burst.</param>
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
