using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Output;
using SessionExplorer.Progress;
using SessionExplorer.Sources;

namespace SessionExplorer.CommandLine;

/// <summary>One run of a command: its options, its screen, and its client, created on first use.</summary>
internal sealed class Invocation(ParseResult parsed, CancellationToken cancellationToken) : IAsyncDisposable
{
    private SessionSource? _source;
    private bool _isAnnounced;

    public ParseResult Parsed => parsed;

    public CancellationToken Cancellation => cancellationToken;

    public BuiltInSettings BuiltIn { get; set; } = BuiltInSettings.FromEnvironment();

    public TimeProvider Clock => BuiltIn.Clock;

    public Screen Screen { get; } = Screen.ForProcess();

    public ProgressLine Progress { get; } = ProgressLine.ForProcess();

    public UnreadableValues Unreadable { get; } = new();

    /// <summary>The client and its service, opened on first use.</summary>
    public SessionSource Source => _source ??= SessionSource.Open(SourceOptions.Read(parsed), BuiltIn, Progress);

    /// <summary>Writes the source of the data to standard error, once, and returns it.</summary>
    public SessionSource Announce()
    {
        if (!_isAnnounced)
            Console.Error.WriteLine(CellText.Visible(Source.Description));

        _isAnnounced = true;
        return Source;
    }

    /// <summary>Writes sentences to standard error.</summary>
    public static void Note(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
            Console.Error.WriteLine(CellText.Visible(sentence));
    }

    /// <summary>Reads all sessions of the query and shows the progress.</summary>
    public IAsyncEnumerable<VideoSession> ReadAsync(SessionQuery query, PagingOptions? paging = null) =>
        new SessionReader(Announce().Client, Progress, Unreadable).ReadAsync(query, paging, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Screen.Flush();
        if (Unreadable.Warning is { } warning)
            Note([warning]);
        if (_source is not null)
            await _source.DisposeAsync();
    }
}
