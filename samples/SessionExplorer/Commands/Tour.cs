using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Explain;
using SessionExplorer.Output;

namespace SessionExplorer.Commands;

/// <summary>What the program shows without a command: the worst startups, how startups spread, and how that was asked.</summary>
internal sealed class Tour(Invocation invocation)
{
    private const int WorstSessions = 10;
    private const int Bars = 12;

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

    private Screen Screen => invocation.Screen;

    public async Task<int> RunAsync()
    {
        var source = invocation.Announce();
        var query = SessionQuery
            .For(SessionMetrics.StartupTime, SessionPeriod.Last(Day, invocation.Clock))
            .Include(SessionDimensions.Country, SessionDimensions.OperatingSystem, SessionDimensions.Cdn)
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(WorstSessions);

        Screen.Heading("The 10 worst startups of the last day");
        var worst = source.Client.ListSessionsAsync(query, cancellationToken: invocation.Cancellation);
        await Screen.Writer(OutputFormat.Table).WriteAsync(Sessions.Of(worst, Shown), invocation.Cancellation);

        Screen.Heading("How long startups took");
        await HistogramPicture
            .Of(await ReadStartupsAsync(query.Period), Bars, KnownColumns.StartupTime)
            .WriteAsync(Screen, OutputFormat.Table, invocation.Cancellation);

        Screen.Heading("The query, in C#");
        Screen.Text(CSharpPrinter.Print(query, Day));
        Screen.Heading("The same with curl");
        Screen.Text(query.ToCurl(source.BaseAddress, source.CustomerId));
        return ExitCode.Success;
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
