using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

namespace SessionExplorer.Commands;

/// <summary><c>subscriber</c>: a viewer's sessions and their quality, in order of time.</summary>
internal sealed class SubscriberCommand : ExplorerCommand
{
    private static readonly Column[] Columns =
    [
        KnownColumns.StartTime,
        KnownColumns.EndTime,
        KnownColumns.AssetName,
        KnownColumns.OperatingSystem,
        KnownColumns.WatchTime,
        KnownColumns.StartupTime,
        KnownColumns.Rebuffering,
        KnownColumns.PlaybackScore,
        KnownColumns.ViewStatus,
        KnownColumns.ErrorCode,
        KnownColumns.SessionId,
    ];

    private readonly Argument<string> _id = new("ID")
    {
        Description = "The subscriber's id, as the player sends it (it may be hashed there).",
    };
    private readonly PeriodOptions _period = new(TimeSpan.FromDays(7));
    private readonly OutputOptions _output = new();

    public SubscriberCommand()
        : base(
            "subscriber",
            "Shows a viewer's sessions in order of time, including a running one.",
            "subscriber user-12345",
            "subscriber user-12345 --last 24h --output ndjson")
    {
        Add(_id);
        _period.AddTo(this);
        _output.AddTo(this);
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _period.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var query = SessionQuery
            .For(SessionFields.StartTime, _period.Read(parsed, invocation.Clock))
            .Select(Columns.Select(column => column.Field))
            .Where(SessionDimensions.SubscriberId.Is(parsed.GetRequiredValue(_id)))
            .WithSessionType(SessionType.Started)
            .WithAllStatuses()
            .OrderBy(SessionFields.StartTime);

        var format = _output.Read(parsed);
        if (format == OutputFormat.Table && invocation.Screen.IsTerminal)
            await DrawAsync(invocation, query);
        else
            await _output
                .Writer(invocation)
                .WriteAsync(Sessions.ToResult(invocation.ReadAsync(query), Columns), invocation.Cancellation);

        return ExitCode.Success;
    }

    private static async Task DrawAsync(Invocation invocation, SessionQuery query)
    {
        var sessions = await invocation.ReadAsync(query).ToListAsync(invocation.Cancellation);
        if (sessions.Count == 0)
            invocation.Screen.Text("No sessions of this subscriber in the period.");
        else
            invocation.Screen.Draw(new TimeLine(invocation.Clock.GetUtcNow(), invocation.Screen.Glyphs).Lay(sessions));
    }
}
