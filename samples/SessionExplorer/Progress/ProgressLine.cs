using MediaMelon.SessionList;

namespace SessionExplorer.Progress;

/// <summary>Pages, sessions, rate and time left, on standard error, for whatever takes longer than a second.</summary>
/// <remarks>In a terminal one line is written over and over; in a log a line now and then.</remarks>
internal sealed class ProgressLine(TextWriter error, bool isTerminal, TimeProvider clock, TimeSpan patience, TimeSpan interval)
{
    private const string EraseLine = "\r\e[K";

    private long _begun;
    private long _written;
    private bool _isShown;
    private bool _knowsTotal;
    private int? _most;
    private long _already;

    /// <summary>What arrived since the beginning.</summary>
    public Tally Tally { get; private set; }

    public static ProgressLine OfProcess()
    {
        var isTerminal = !Console.IsErrorRedirected;
        var pinned = Environment.GetEnvironmentVariable("SESSIONEXPLORER_PROGRESS_MS") is { } text
            ? TimeSpan.FromMilliseconds(int.Parse(text, null))
            : (TimeSpan?)null;
        return new(
            Console.Error,
            isTerminal,
            TimeProvider.System,
            pinned ?? TimeSpan.FromSeconds(1),
            pinned ?? (isTerminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5)));
    }

    public void Begin(SessionQuery query, PagingOptions? paging, long already = 0)
    {
        _begun = _written = clock.GetTimestamp();
        _most = query.MaxSessions;
        _already = already;
        // In a sliced listing the service counts the slice.
        _knowsTotal = paging?.SliceBy is null;
        Tally = default;
    }

    public void Report(SessionPage page)
    {
        Tally = Tally.Add(page, _knowsTotal, _most);
        if (clock.GetElapsedTime(_begun) < patience || (_isShown && clock.GetElapsedTime(_written) < interval))
            return;

        _written = clock.GetTimestamp();
        _isShown = true;
        var text = ProgressText.Of(Tally, _already, clock.GetElapsedTime(_begun));
        error.Write(isTerminal ? EraseLine + text : text + "\n");
    }

    /// <summary>Takes the line away; of a listing that was interrupted it says how far it got.</summary>
    public void End(bool isInterrupted = false)
    {
        if (_isShown && isTerminal)
            error.Write(EraseLine);
        if (isInterrupted && Tally.Pages > 0)
            error.WriteLine($"Stopped after {ProgressText.Count(Tally, _already)}.");

        _isShown = false;
    }
}
