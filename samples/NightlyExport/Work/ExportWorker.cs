using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NightlyExport.Configuration;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>Exports the hours of the plan, some at a time, and ends the host.</summary>
internal sealed class ExportWorker(
    ExportPlan plan, HourExport export, RunOutcome outcome, IHostApplicationLifetime lifetime, ILogger<ExportWorker> logger)
    : BackgroundService
{
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
            logger.Interrupted();
        }
        catch (Exception exception)
        {
            outcome.ExitCode = ExitCode.Failure;
            logger.Failed(exception);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    // The first hour that fails ends the others: what one met after all its retries, they would meet too.
    private async Task ExportAsync(CancellationToken cancellationToken)
    {
        logger.Begins(plan.Hours.Count, plan.Period.Start, plan.Period.End, plan.Shard, plan.Output);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = plan.HoursAtATime, CancellationToken = cancellationToken };
        long sessions = 0;
        await Parallel.ForEachAsync(plan.Hours, parallel, async (hour, token) =>
            Interlocked.Add(ref sessions, await export.RunAsync(hour, token)));

        logger.Done(plan.Hours.Count, sessions);
    }
}
