using NightlyExport.Plan;
using NightlyExport.Targets;

namespace NightlyExport.Work;

/// <summary>Finds the watermark, and selects the hours to export and those to read again.</summary>
internal sealed class HourSelector(IExportTarget target, ExportPlan plan)
{
    /// <summary>The hours of the plan, then the stored hours of the lookback. Missing hours come first.</summary>
    public async Task<IReadOnlyList<SelectedHour>> SelectAsync(CancellationToken cancellationToken)
    {
        var watermark = await FindWatermarkAsync(cancellationToken);
        var again = await FindStoredAsync(watermark, cancellationToken);
        return
        [
            .. plan.Hours.Except(again).Select(hour => new SelectedHour(hour, IsReadAgain: false)),
            .. again.Select(hour => new SelectedHour(hour, IsReadAgain: true)),
        ];
    }

    /// <summary>The end of the last hour of the period that an earlier run stored; the period's start if there is none.</summary>
    private async Task<DateTimeOffset> FindWatermarkAsync(CancellationToken cancellationToken)
    {
        foreach (var hour in plan.Hours.Reverse())
        {
            if (await target.FindAsync(hour, cancellationToken) is not null)
                return hour.Period.End;
        }

        return plan.Period.Start;
    }

    private async Task<List<ExportHour>> FindStoredAsync(DateTimeOffset watermark, CancellationToken cancellationToken)
    {
        var stored = new List<ExportHour>();
        var start = watermark - plan.Lookback;
        foreach (var hour in plan.EarlierHours.Concat(plan.Hours))
        {
            if (hour.Period.Start >= start && hour.Period.End <= watermark
                && await target.FindAsync(hour, cancellationToken) is not null)
                stored.Add(hour);
        }

        return stored;
    }
}
