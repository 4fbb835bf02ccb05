using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NightlyExport.Configuration;
using NightlyExport.Plan;
using NightlyExport.Targets;

namespace NightlyExport.Work;

/// <summary>Exports the hours of the plan, several of them concurrently, and stops the host.</summary>
internal sealed class ExportWorker(
    ExportPlan plan,
    IExportTarget target,
    HourSelector selector,
    HourExport export,
    RunOutcome outcome,
    IHostApplicationLifetime lifetime,
    ILogger<ExportWorker> logger)
    : BackgroundService
{
    private int _done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ExportAsync(stoppingToken);
            outcome.ExitCode = ExitCode.Success;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            outcome.ExitCode = ExitCode.Interrupted;
            logger.Interrupted(plan.Hours.Count - Math.Min(_done, plan.Hours.Count), plan.Hours.Count);
        }
        catch (Exception exception)
        {
            outcome.ExitCode = ExitCode.Failure;
            logger.Failed(plan.Hours.Count - Math.Min(_done, plan.Hours.Count), plan.Hours.Count, ErrorText.Describe(exception));
            logger.Details(exception);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    // The first hour that fails stops the others: an error that remains after all retries would affect them too.
    private async Task ExportAsync(CancellationToken cancellationToken)
    {
        await target.PrepareAsync(plan.EarlierHours.Concat(plan.Hours), cancellationToken);
        var hours = await selector.SelectAsync(cancellationToken);
        var again = hours.Where(hour => hour.IsReadAgain).Select(hour => hour.Hour).ToList();
        logger.Begins(plan.Hours.Count, plan.Period.Start, plan.Period.End, plan.Shard, target.Name, again.Count);

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = plan.HoursAtATime, CancellationToken = cancellationToken };
        long sessions = 0;
        long late = 0;
        await Parallel.ForEachAsync(hours, parallel, async (hour, token) =>
        {
            var result = await ExportAsync(hour, token);
            Interlocked.Add(ref sessions, result.Written);
            Interlocked.Add(ref late, result.Late);
            if (result.Late > 0 && hour.Hour == again.FirstOrDefault())
                logger.LookbackTooShort(hour.Hour.Folder);
        });

        logger.Done(plan.Hours.Count, sessions, late);
    }

    private async Task<HourResult> ExportAsync(SelectedHour hour, CancellationToken cancellationToken)
    {
        try
        {
            var result = await export.RunAsync(hour, cancellationToken);
            if (plan.Hours.Contains(hour.Hour))
                Interlocked.Increment(ref _done);

            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException
            || !cancellationToken.IsCancellationRequested)
        {
            logger.HourFailed(hour.Hour.Folder, ErrorText.Describe(exception));
            throw;
        }
    }
}
