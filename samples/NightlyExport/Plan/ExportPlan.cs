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
        Lookback = Plan.Lookback.Parse(settings.Lookback);
        Hours = [.. Period.Split(ExportHour.Length).Select(hour => Create(hour, settings)).Where(Shard.Has)];
        EarlierHours = [.. GetEarlierHours().Where(Shard.Has)];
    }

    public SessionPeriod Period { get; }

    public Shard Shard { get; }

    /// <summary>How far before the watermark stored hours are read again.</summary>
    public TimeSpan Lookback { get; }

    public int HoursAtATime { get; }

    public IReadOnlyList<ExportHour> Hours { get; }

    /// <summary>The hours between the beginning of the lookback and the period.</summary>
    public IReadOnlyList<ExportHour> EarlierHours { get; }

    private IEnumerable<ExportHour> GetEarlierHours()
    {
        var start = Period.Start.Subtract(Lookback);
        return start == Period.Start || start < DateTimeOffset.UnixEpoch
            ? []
            : SessionPeriod.Between(start, Period.Start)
                .Split(ExportHour.Length)
                .Select(hour => new ExportHour(hour, KeepsEnd: false));
    }

    private ExportHour Create(SessionPeriod hour, ExportOptions settings) =>
        new(hour, KeepsEnd: settings.KeepLastSecond && hour.End == Period.End);
}
