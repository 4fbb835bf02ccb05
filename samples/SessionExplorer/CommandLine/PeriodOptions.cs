using System.CommandLine;
using MediaMelon.SessionList;

namespace SessionExplorer.CommandLine;

/// <summary><c>--last</c>, or <c>--from</c> and <c>--to</c>.</summary>
internal sealed class PeriodOptions
{
    private readonly TimeSpan _usual;
    private readonly Option<TimeSpan?> _last;
    private readonly Option<DateTimeOffset?> _from;
    private readonly Option<DateTimeOffset?> _to;

    public PeriodOptions(TimeSpan usual)
    {
        _usual = usual;
        _last = new("--last")
        {
            Description = $"The time up to now: 90m, 24h, 7d. [default: {usual.TotalHours:0}h]",
            HelpName = "DURATION",
            CustomParser = OptionExtensions.ParseDuration,
        };
        _from = new("--from")
        {
            Description = "From this moment on: 2026-04-09, 2026-04-09T18:30, 2026-04-09T18:30Z; local without a zone.",
            HelpName = "TIME",
            CustomParser = OptionExtensions.ParseMoment,
        };
        _to = new("--to")
        {
            Description = "Up to this moment. [default: now]",
            HelpName = "TIME",
            CustomParser = OptionExtensions.ParseMoment,
        };
    }

    public void AddTo(Command command)
    {
        command.Add(_last);
        command.Add(_from);
        command.Add(_to);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_last) is not null && (result.GetResult(_from) ?? result.GetResult(_to)) is not null)
                result.AddError("--last excludes --from and --to.");
            else if (result.GetResult(_to) is not null && result.GetResult(_from) is null)
                result.AddError("--to needs --from.");
        });
    }

    public SessionPeriod Read(ParseResult parsed, TimeProvider clock)
    {
        if (parsed.GetValue(_from) is not { } from)
            return SessionPeriod.Last(parsed.GetValue(_last) ?? _usual, clock);

        var to = parsed.GetValue(_to) ?? clock.GetUtcNow();
        return from < to
            ? SessionPeriod.Between(from, to)
            : throw new UsageException("--to must be later than --from (without --to: now must be).");
    }

    /// <summary>The duration of a period that ends now; null for one between moments.</summary>
    public TimeSpan? ReadLast(ParseResult parsed) => parsed.GetValue(_from) is null ? parsed.GetValue(_last) ?? _usual : null;

    public bool IsGiven(ParseResult parsed) =>
        new Option[] { _last, _from, _to }.Any(option => parsed.GetResult(option) is { Implicit: false });
}
