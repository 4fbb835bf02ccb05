using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Explain;
using SessionExplorer.Output;
using SessionExplorer.Sources;
using SessionExplorer.Statistics;

namespace SessionExplorer.Commands;

/// <summary>What the program shows without a command: the worst startups of the last day, how startups spread, and how that was asked.</summary>
internal sealed class Tour(SessionSource source, Screen screen, TimeProvider clock)
{
    private const int WorstSessions = 10;
    private const int Bars = 12;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Column[] Shown =
    [
        KnownColumns.StartupTime, KnownColumns.StartTime, KnownColumns.AssetName, KnownColumns.Country,
        KnownColumns.OperatingSystem, KnownColumns.Cdn, KnownColumns.WatchTime,
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Last(Day, clock))
            .Include(SessionDimensions.Country, SessionDimensions.OperatingSystem, SessionDimensions.Cdn)
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(WorstSessions);

        screen.Heading("The 10 worst startups of the last day");
        await screen.Table().WriteAsync(Sessions.Of(source.Client.ListSessionsAsync(query, cancellationToken: cancellationToken), Shown), cancellationToken);

        screen.Heading("How long startups took");
        screen.Bars(Buckets.Of(await ReadStartupsAsync(cancellationToken), Bars), KnownColumns.StartupTime);

        screen.Heading("The query, in C#");
        screen.Text(CSharpPrinter.Print(query, Day));
        screen.Heading("The same with curl");
        screen.Text(query.ToCurl(source.BaseAddress, source.CustomerId));
    }

    private async Task<List<double>> ReadStartupsAsync(CancellationToken cancellationToken)
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Last(Day, clock)).Select(SessionFields.SessionId);
        var seconds = new List<double>();
        await foreach (var session in source.Client.ListSessionsAsync(query, cancellationToken: cancellationToken))
        {
            if (session.StartupTime is { } startup)
                seconds.Add(startup.TotalSeconds);
        }

        seconds.Sort();
        return seconds;
    }
}
