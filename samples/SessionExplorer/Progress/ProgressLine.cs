using MediaMelon.SessionList;

namespace SessionExplorer.Progress;

/// <summary>Shows pages, sessions, rate, time left and the current wait of operations that take longer than a second.</summary>
/// <remarks>A terminal has one line that is rewritten. A log gets a line at intervals.</remarks>
internal sealed class ProgressLine(ErrorTerminal terminal, TimeProvider clock, TimeSpan delay, TimeSpan interval)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private long _begun;
    private long _written;
    private long _arrived;
    private bool _isShown;
    private bool _knowsTotal;
    private int? _maxSessions;
    private long _already;
    private Retry? _retry;

    /// <summary>The maximum number of attempts per page, to show the number of the current one.</summary>
    public int MaxAttempts { get; set; } = 1;

    /// <summary>The pages and sessions that have arrived.</summary>
    public Tally Tally { get; private set; }

    public static ProgressLine ForProcess()
    {
        var terminal = ErrorTerminal.ForProcess();
        var pinned = Environment.GetEnvironmentVariable("SESSIONEXPLORER_PROGRESS_MS") is { } text
            ? TimeSpan.FromMilliseconds(int.Parse(text, null))
            : (TimeSpan?)null;
        return new(
            terminal,
            TimeProvider.System,
            pinned ?? TimeSpan.FromSeconds(1),
            pinned ?? (terminal.IsTerminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5)));
    }

    public void Begin(SessionQuery query, PagingOptions? paging, long already = 0)
    {
        lock (_lock)
        {
            _begun = _written = _arrived = clock.GetTimestamp();
            _maxSessions = query.MaxSessions;
            _already = already;
            // In a sliced listing, the service's counters refer to the slice.
            _knowsTotal = paging?.SliceBy is null;
            _retry = null;
            Tally = default;
        }

        if (delay < LongestInterval)
        {
            var period = interval > ShortestInterval ? interval : ShortestInterval;
            _timer = clock.CreateTimer(_ => Tick(), null, period, period);
        }
    }

    public void Report(SessionPage page)
    {
        lock (_lock)
        {
            Tally = Tally.Add(page, _knowsTotal, _maxSessions);
            _arrived = clock.GetTimestamp();
            _retry = null;
            ShowIfDue(ProgressText.Format(Tally, _already, clock.GetElapsedTime(_begun)));
        }
    }

    /// <summary>Reports that an attempt at a page failed, and that the next attempt follows after a wait.</summary>
    public void ReportRetry(int attempt, TimeSpan wait, string reason)
    {
        lock (_lock)
        {
            _retry = new(attempt, MaxAttempts, clock.GetTimestamp(), wait, reason);
            if (_timer is null)
                return;

            _isShown = true;
            _written = clock.GetTimestamp();
            terminal.Show(WaitingText());
        }
    }

    /// <summary>Erases the line. For an interrupted listing, writes how many sessions were read.</summary>
    public void End(bool isInterrupted = false)
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _timer = null;
            terminal.Clear();
            if (isInterrupted && Tally.Pages > 0)
                terminal.WriteLine($"Stopped after {ProgressText.Count(Tally, _already)}.");

            _isShown = false;
        }
    }

    private void Tick()
    {
        lock (_lock)
        {
            // While pages arrive, each of them updates the progress.
            if (_timer is not null && (clock.GetElapsedTime(_arrived) >= TimeSpan.FromSeconds(1) || _retry is not null))
                ShowIfDue(WaitingText());
        }
    }

    private string WaitingText() =>
        ProgressText.Waiting(Tally, _already, clock.GetElapsedTime(_arrived), _retry?.Describe(clock));

    private void ShowIfDue(string text)
    {
        if (clock.GetElapsedTime(_begun) < delay || (_isShown && clock.GetElapsedTime(_written) < interval))
            return;

        _written = clock.GetTimestamp();
        _isShown = true;
        terminal.Show(text);
    }
}
