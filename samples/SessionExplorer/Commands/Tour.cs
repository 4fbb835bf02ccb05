using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

namespace SessionExplorer.Commands;

/// <summary>What the program shows without a command: the worst startups, how startups spread, and where to go on.</summary>
internal sealed class Tour(Invocation invocation)
{
    private const int WorstSessions = 5;
    private const int Bars = 5;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Column[] Shown =
    [
        KnownColumns.StartupTime,
        KnownColumns.StartTime,
        KnownColumns.AssetName,
        KnownColumns.Country,
        KnownColumns.OperatingSystem,
        KnownColumns.Cdn,
        KnownColumns.WatchTime,
    ];

    private const string Next =
        "Next: top rebuffering, breakdown cdn, explain (C# and curl), or --help.";

    private Screen Screen => invocation.Screen;

    public async Task<int> RunAsync()
    {
        invocation.Announce();
        var query = SessionQuery
            .For(SessionMetrics.StartupTime, SessionPeriod.Last(Day, invocation.Clock))
            .Include(SessionDimensions.Country, SessionDimensions.OperatingSystem, SessionDimensions.Cdn)
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(WorstSessions);

        await WriteWorstAsync(query);
        Screen.Heading("How long startups took");
        await HistogramPicture
            .Of(await ReadStartupsAsync(query.Period), Bars, KnownColumns.StartupTime)
            .WriteAsync(Screen, OutputFormat.Table, Screen.Writer(OutputFormat.Table), invocation.Cancellation);

        Screen.Text("\n" + Next);
        return ExitCode.Success;
    }

    private async Task WriteWorstAsync(SessionQuery query)
    {
        Screen.Heading("The worst startups of the last day");
        var result = Sessions.Of(invocation.ReadAsync(query), Shown);
        if (!Screen.IsTerminal)
        {
            await Screen.Writer(OutputFormat.Table).WriteAsync(result, invocation.Cancellation);
            return;
        }

        var table = new FittedTable(result.Columns);
        await foreach (var row in result.Rows.WithCancellation(invocation.Cancellation))
            table.Add([.. row.Zip(result.Columns, HumanText.Of)]);

        // The screen is to hold all of it: what is left out is not told here.
        if (!table.IsEmpty)
            Screen.Draw(table, tellsLeftOut: false);
    }

    private async Task<List<double>> ReadStartupsAsync(SessionPeriod period)
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, period).Select(SessionFields.SessionId);
        var seconds = new List<double>();
        await foreach (var session in invocation.ReadAsync(query))
        {
            if (session.StartupTime is { } startup)
                seconds.Add(startup.TotalSeconds);
        }

        seconds.Sort();
        return seconds;
    }
}
