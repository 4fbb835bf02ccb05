namespace MediaMelon.SessionList.Paging;

/// <summary>
/// How many pages may be asked for at a time: halved when the service asks for fewer requests, and back up slowly.
/// </summary>
internal sealed class RequestWindow
{
    /// <summary>Pages without a complaint before one request more is tried.</summary>
    public const int PagesPerStep = 10;

    private readonly int _largest;
    private int _pagesInPeace;

    public RequestWindow(int largest)
    {
        _largest = largest;
        Size = largest;
    }

    public int Size { get; private set; }

    public void Count(int throttledAttempts)
    {
        if (throttledAttempts > 0)
        {
            Size = Math.Max(1, Size / 2);
            _pagesInPeace = 0;
        }
        else if (Size < _largest && ++_pagesInPeace >= PagesPerStep)
        {
            Size++;
            _pagesInPeace = 0;
        }
    }
}
