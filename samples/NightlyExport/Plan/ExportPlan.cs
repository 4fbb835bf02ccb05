using MediaMelon.SessionList;
using Microsoft.Extensions.Options;
using NightlyExport.Configuration;

namespace NightlyExport.Plan;

/// <summary>The hours that this machine exports.</summary>
internal sealed class ExportPlan
{
    public ExportPlan(IOptions<ExportOptions> options, TimeProvider clock)
    {
        var settings = options.Value;
        Shard = Shard.Parse(settings.Shard);
        Period = ExportPeriod.Parse(settings, clock);
        HoursAtATime = settings.HoursAtATime;
        Output = Path.GetFullPath(settings.Output);
        Hours = [.. Period.Split(ExportHour.Length).Select(hour => Plan(hour, settings)).Where(Shard.Has)];
    }

    public SessionPeriod Period { get; }

    public Shard Shard { get; }

    public string Output { get; }

    public int HoursAtATime { get; }

    public IReadOnlyList<ExportHour> Hours { get; }

    private ExportHour Plan(SessionPeriod hour, ExportOptions settings) =>
        new(hour, KeepsEnd: settings.KeepLastSecond && hour.End == Period.End);
}
