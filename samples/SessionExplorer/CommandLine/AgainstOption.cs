using System.CommandLine;
using MediaMelon.SessionList;

namespace SessionExplorer.CommandLine;

/// <summary><c>--against</c>: the distance to the other period, or the period itself.</summary>
internal sealed class AgainstOption
{
    private const string Rule =
        "--against must be a duration (1d, 7d, 2h), the start of the other period, or START..END: "
        + "2026-04-09T18:00Z..2026-04-09T19:00Z.";

    private readonly Option<string?> _against = new("--against")
    {
        Description = "How far back the other period is (1d: the same hours of the previous day), or START..END. [default: 1d]",
        HelpName = "DURATION",
    };

    public void AddTo(Command command) => command.Add(_against);

    public SessionPeriod Read(ParseResult parsed, SessionPeriod period)
    {
        var text = parsed.GetValue(_against);
        var back = text is null ? Default(period) : DurationText.TryParse(text, out var duration) ? duration : (TimeSpan?)null;
        if (back is { } shift)
            return Between(period.Start - Shift(shift, period), period.End - Shift(shift, period));

        try
        {
            return text!.Split("..") is [var start, var end]
                ? Ordered(MomentText.Parse(start).Earlier, MomentText.Parse(end).Later)
                : From(MomentText.Parse(text).Earlier, period);
        }
        catch (UsageException problem) when (problem.Message == MomentText.Rule)
        {
            throw new UsageException(Rule);
        }
    }

    private static SessionPeriod From(DateTimeOffset start, SessionPeriod period) => Between(start, start + period.Duration);

    private static SessionPeriod Ordered(DateTimeOffset from, DateTimeOffset to) =>
        from < to ? Between(from, to) : throw new UsageException("--against must end later than it starts.");

    private static TimeSpan Default(SessionPeriod period) =>
        period.Duration <= TimeSpan.FromDays(1) ? TimeSpan.FromDays(1)
        : period.Duration <= TimeSpan.FromDays(7) ? TimeSpan.FromDays(7)
        : period.Duration;

    private static TimeSpan Shift(TimeSpan shift, SessionPeriod period) =>
        shift <= period.Start - DateTimeOffset.UnixEpoch ? shift : throw new UsageException("--against goes back before 1970.");

    private static SessionPeriod Between(DateTimeOffset from, DateTimeOffset to) => SessionPeriod.Between(from, to);
}
