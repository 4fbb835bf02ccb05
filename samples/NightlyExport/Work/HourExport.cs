using MediaMelon.SessionList;
using Microsoft.Extensions.Logging;
using NightlyExport.Files;
using NightlyExport.Plan;
using NightlyExport.Targets;

namespace NightlyExport.Work;

/// <summary>Exports an hour: either a complete file or no file.</summary>
internal sealed class HourExport(ISessionListClient client, IExportTarget target, ILogger<HourExport> logger)
{
    /// <summary>Writes the hour's file if there is none, or if the hour is read again and has changed.</summary>
    public async Task<HourResult> RunAsync(SelectedHour selected, CancellationToken cancellationToken)
    {
        var hour = selected.Hour;
        var stored = await target.FindAsync(hour, cancellationToken);
        if (stored is not null && !selected.IsReadAgain)
        {
            logger.Skipped(hour.Folder);
            return HourResult.Nothing;
        }

        using var telemetry = ExportTelemetry.Begin(hour);
        using var draft = await target.BeginAsync(hour, cancellationToken);
        var sessions = await DownloadAsync(hour, draft, cancellationToken);
        var result = stored is null
            ? await AddAsync(hour, draft, sessions, cancellationToken)
            : await ReplaceAsync(hour, draft, stored, sessions, cancellationToken);

        telemetry.Complete(result);
        return result;
    }

    // For an hour without sessions, a file without rows is written, so that the next run does not request it again.
    private async Task<long> DownloadAsync(ExportHour hour, Draft draft, CancellationToken cancellationToken)
    {
        using var file = new SessionFile(draft.Stream);
        var unreadable = new UnreadableValues();
        await foreach (var session in client.ListSessionsAsync(Query(hour), cancellationToken: cancellationToken))
        {
            if (!hour.Keeps(session))
                continue;

            file.Add(session);
            unreadable.Add(session);
        }

        file.Complete();
        if (unreadable.Total > 0)
            logger.Unreadable(hour.Folder, unreadable.Total, unreadable);

        ExportTelemetry.CountUnreadable(unreadable);
        return file.Sessions;
    }

    private async Task<HourResult> AddAsync(ExportHour hour, Draft draft, long sessions, CancellationToken cancellationToken)
    {
        if (!await target.CommitAsync(draft, hour, replaced: null, cancellationToken))
        {
            logger.AlreadyStored(hour.Folder);
            return HourResult.Nothing;
        }

        logger.Wrote(hour.Folder, sessions);
        return HourResult.Wrote(sessions);
    }

    private async Task<HourResult> ReplaceAsync(
        ExportHour hour, Draft draft, StoredHour stored, long sessions, CancellationToken cancellationToken)
    {
        var difference = await CompareAsync(draft, stored, cancellationToken);
        if (difference.IsSame)
        {
            logger.Unchanged(hour.Folder);
            return HourResult.Nothing;
        }

        if (!await target.CommitAsync(draft, hour, stored, cancellationToken))
        {
            logger.AlreadyReplaced(hour.Folder);
            return HourResult.Nothing;
        }

        logger.Replaced(hour.Folder, difference.Late, difference.Gone, sessions);
        return HourResult.Wrote(sessions, difference.Late);
    }

    private async Task<Difference> CompareAsync(Draft draft, StoredHour stored, CancellationToken cancellationToken)
    {
        await using var stream = await target.ReadAsync(stored, cancellationToken);
        using var before = new StoredSessions(stream);
        draft.Stream.Position = 0;
        using var after = new StoredSessions(draft.Stream);
        return Difference.Compare(before, after);
    }

    private static SessionQuery Query(ExportHour hour) =>
        SessionQuery.For(SessionMetrics.StartupTime, hour.Asked)
            .Include(SessionMetrics.All)
            .Include(SessionDimensions.All)
            .OrderBy(SessionFields.EndTime);
}
