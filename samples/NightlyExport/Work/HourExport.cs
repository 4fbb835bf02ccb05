using MediaMelon.SessionList;
using Microsoft.Extensions.Logging;
using NightlyExport.Files;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>Exports an hour: all of it or nothing.</summary>
internal sealed class HourExport(ISessionListClient client, ExportPlan plan, ILogger<HourExport> logger)
{
    /// <summary>Writes the hour's file unless it is there.</summary>
    /// <returns>How many sessions were written.</returns>
    public async Task<long> RunAsync(ExportHour hour, CancellationToken cancellationToken)
    {
        var file = new HourFile(plan.Output, hour);
        if (file.IsFinished)
        {
            logger.Skipped(hour.Folder);
            return 0;
        }

        using var telemetry = ExportTelemetry.Begin(hour);
        var sessions = await WriteAsync(hour, file, cancellationToken);
        file.Finish();

        telemetry.Wrote(sessions);
        logger.Wrote(hour.Folder, sessions);
        return sessions;
    }

    // An hour without sessions becomes a file without rows, so that the next run does not ask for it again.
    private async Task<long> WriteAsync(ExportHour hour, HourFile file, CancellationToken cancellationToken)
    {
        await using var rows = await file.BeginAsync();
        await foreach (var session in client.ListSessionsAsync(Query(hour), cancellationToken: cancellationToken))
        {
            if (hour.Keeps(session))
                await rows.AddAsync(session);
        }

        await rows.CompleteAsync();
        return rows.Sessions;
    }

    private static SessionQuery Query(ExportHour hour) =>
        SessionQuery.For(SessionMetrics.StartupTime, hour.Asked)
            .Include(SessionMetrics.All)
            .Include(SessionDimensions.All)
            .OrderBy(SessionFields.EndTime);
}
