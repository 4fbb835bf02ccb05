using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;
using SessionExplorer.RootCause;
using SessionExplorer.Watching;

namespace SessionExplorer.Commands;

/// <summary><c>watch</c>: polls the service and shows the last minutes.</summary>
internal sealed class WatchCommand : ExplorerCommand
{
    private static readonly WatchSettings Default = new();
    private static readonly TimeSpan BuiltInAhead = TimeSpan.FromHours(12);
    private static readonly TimeSpan MinEvery = TimeSpan.FromSeconds(1);

    private readonly Argument<Column?> _metric = ColumnArgument.Metric(
        "The metric: startup, rebuffering, score, ... or its name in the API. [default: startup]");
    private readonly LimitOptions _limit = new();
    private readonly Option<TimeSpan?> _every = Duration("--every", "The time between two polls. [default: 30s]");
    private readonly Option<TimeSpan?> _window = Duration("--window", "The period of the statistics. [default: 15m]");
    private readonly Option<TimeSpan?> _lookback = Duration(
        "--lookback",
        "The maximum delay of a session in the listing. [default: 5m]");
    private readonly Option<int?> _looks = NumberOption.Create("--looks", "End after this many polls. [default: Ctrl+C ends]", 1);
    private readonly FilterOptions _filter = new();
    private readonly OutputOptions _output = new();

    public WatchCommand()
        : base(
            "watch",
            "Polls the service: rate, p95, errors and the worst sessions now; NDJSON in a pipe.",
            "watch rebuffering --looks 1",
            "watch startup --over 5s --every 10s --looks 1 --output json")
    {
        Add(_metric);
        _limit.AddTo(this);
        foreach (var option in (Option[])[_every, _window, _lookback, _looks])
            Add(option);
        _filter.AddWithoutPeriodTo(this);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var metric = parsed.GetValue(_metric) ?? KnownColumns.StartupTime;
        var measure = new Measure(metric);
        var limit = _limit.Read(parsed, measure);
        var settings = ReadSettings(parsed);

        // Built-in sessions end while the command runs.
        invocation.BuiltIn = invocation.BuiltIn with { Ahead = BuiltInAhead };
        var source = invocation.Announce();
        var lines = new WatchLines(metric);
        var watcher = new Watcher(source.Client, CreateQuery, measure, limit, settings, invocation.Clock);
        var looks = UntilStopped(watcher.RunAsync(invocation.Cancellation), invocation.Cancellation);
        await WriteAsync(invocation, looks, lines, new(metric, settings));
        return ExitCode.Success;

        SessionQuery CreateQuery(SessionPeriod period)
        {
            Field[] fields =
            [
                .. lines.SessionColumns.Select(column => column.Field),
                SessionFields.WatchTime,
                SessionMetrics.FatalErrors,
            ];
            return _filter.Apply(parsed, SessionQuery.For(fields[0], period).Select(fields.Skip(1)));
        }
    }

    private async Task WriteAsync(Invocation invocation, IAsyncEnumerable<Look> looks, WatchLines lines, WatchScreen picture)
    {
        var screen = invocation.Screen;
        switch (_output.Read(invocation.Parsed))
        {
            case OutputFormat.Table when screen.IsTerminal:
                await screen.LiveAsync(looks.Select(picture.Draw));
                break;
            case OutputFormat.Table or OutputFormat.Ndjson:
                await foreach (var look in looks)
                {
                    foreach (var row in lines.Rows(look))
                        screen.Lines(lines.Json(row));

                    screen.Flush();
                }

                break;
            default:
                await _output.Writer(invocation)
                    .WriteAsync(new(lines.Columns, looks.SelectMany(lines.Rows)), CancellationToken.None);
                break;
        }
    }

    private WatchSettings ReadSettings(ParseResult parsed)
    {
        var settings = new WatchSettings
        {
            Every = parsed.GetValue(_every) ?? Default.Every,
            Window = parsed.GetValue(_window) ?? Default.Window,
            Lookback = parsed.GetValue(_lookback) ?? Default.Lookback,
            Looks = parsed.GetValue(_looks),
        };
        if (settings.Every < MinEvery)
            throw new UsageException("--every must be at least 1s, as each poll is a request.");

        return settings.Window >= MinEvery && settings.Window <= TimeSpan.FromDays(1) && settings.Lookback <= TimeSpan.FromDays(1)
            ? settings
            : throw new UsageException("--window must be 1s to 24h, and --lookback at most 24h.");
    }

    // Ctrl+C is the normal end of a watch, so it is not a failure.
    private static async IAsyncEnumerable<Look> UntilStopped(
        IAsyncEnumerable<Look> looks,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (count, sessions) = (0, 0L);
        await using var enumerator = looks.GetAsyncEnumerator(CancellationToken.None);
        while (true)
        {
            try
            {
                if (!await enumerator.MoveNextAsync())
                    break;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            count++;
            sessions += enumerator.Current.New.Count;
            yield return enumerator.Current;
        }

        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"Stopped after {count:N0} polls, {sessions:N0} sessions."));
    }

    private static Option<TimeSpan?> Duration(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DURATION",
            CustomParser = result => result.ParseDuration(name),
        };
}
