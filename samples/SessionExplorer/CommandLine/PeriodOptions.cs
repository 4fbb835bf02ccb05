using System.CommandLine;
using System.Globalization;
using MediaMelon.SessionList;

namespace SessionExplorer.CommandLine;

/// <summary><c>--last</c>, or <c>--from</c> and <c>--to</c>.</summary>
internal sealed class PeriodOptions
{
    private readonly TimeSpan _defaultDuration;
    private readonly Option<TimeSpan?> _last;
    private readonly Option<Moment?> _from;
    private readonly Option<Moment?> _to;

    public PeriodOptions(TimeSpan defaultDuration)
    {
        _defaultDuration = defaultDuration;
        _last = new("--last")
        {
            Description = $"The period up to now: 90m, 24h, 7d. [default: {defaultDuration.TotalHours:0}h]",
            HelpName = "DURATION",
            CustomParser = result => result.ParseDuration("--last"),
        };
        _from = new("--from")
        {
            Description = "The start: 2026-04-09, 2026-04-09T18:30, 2026-04-09T18:30Z; local without a zone.",
            HelpName = "TIME",
            CustomParser = result => result.ParseMoment("--from"),
        };
        _to = new("--to")
        {
            Description = "The end. [default: now]",
            HelpName = "TIME",
            CustomParser = result => result.ParseMoment("--to"),
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
                result.AddError("--last cannot be combined with --from and --to.");
            else if (result.GetResult(_to) is not null && result.GetResult(_from) is null)
                result.AddError("--to needs --from.");
        });
    }

    /// <summary>The period. If a local time occurs twice, the period includes both, so that no session is missing.</summary>
    public SessionPeriod Read(ParseResult parsed, TimeProvider clock)
    {
        if (parsed.GetValue(_from) is not { } from)
            return ReadLastOrUsual(parsed, clock);

        var to = parsed.GetValue(_to);
        var end = to?.Later ?? clock.GetUtcNow();
        return from.Earlier < end
            ? SessionPeriod.Between(from.Earlier, end)
            : throw new UsageException("--to must be later than --from (without --to: now must be).");
    }

    /// <summary>One sentence for each time that occurs twice, with the time that is used.</summary>
    public IEnumerable<string> Notes(ParseResult parsed)
    {
        if (parsed.GetValue(_from) is { IsAmbiguous: true } from)
            yield return Note("--from", from, "earlier", from.Earlier);
        if (parsed.GetValue(_to) is { IsAmbiguous: true } to)
            yield return Note("--to", to, "later", to.Later);
    }

    /// <summary>The duration of a period that ends now. Null for a period with explicit bounds.</summary>
    public TimeSpan? ReadLast(ParseResult parsed) =>
        parsed.GetValue(_from) is null ? parsed.GetValue(_last) ?? _defaultDuration : null;

    /// <summary>The names of the options that the command line contains.</summary>
    public IEnumerable<string> Given(ParseResult parsed) => parsed.NamesOfGiven(_last, _from, _to);

    private static string Note(string option, Moment moment, string which, DateTimeOffset taken) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{option} {moment.Text} occurs twice, as clocks are set back: the {which} one is used, {taken:yyyy-MM-ddTHH:mmZ}.");

    private SessionPeriod ReadLastOrUsual(ParseResult parsed, TimeProvider clock)
    {
        var last = parsed.GetValue(_last) ?? _defaultDuration;
        return last.TotalSeconds <= clock.GetUtcNow().ToUnixTimeSeconds()
            ? SessionPeriod.Last(last, clock)
            : throw new UsageException("--last reaches back before 1970.");
    }
}
