using System.CommandLine;
using SessionExplorer.RootCause;

namespace SessionExplorer.CommandLine;

/// <summary><c>--over</c> and <c>--under</c>: the limit of bad sessions.</summary>
internal sealed class LimitOptions
{
    private readonly Option<string?> _over = new("--over")
    {
        Description = "Sessions above this value are bad: 5s, 10%. [default: 10% for rebuffering, 0 for errors, else p95]",
        HelpName = "VALUE",
    };

    private readonly Option<string?> _under = new("--under")
    {
        Description = "Sessions below this value are bad. [default for metrics that are bad when low, such as score: p5]",
        HelpName = "VALUE",
    };

    public void AddTo(Command command)
    {
        command.Add(_over);
        command.Add(_under);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_over) is not null && result.GetResult(_under) is not null)
                result.AddError("--over cannot be combined with --under.");
        });
    }

    public (double? Limit, bool IsBelow) Read(ParseResult parsed, Measure measure)
    {
        var (over, under) = (parsed.GetValue(_over), parsed.GetValue(_under));
        if (measure.IsFailedStart && (over ?? under) is not null)
            throw new UsageException($"{Measure.FailedStartsName} takes neither --over nor --under, as it has no limit.");
        if (over is not null)
            return (AmountText.Parse("--over", over, measure.Column), false);

        return under is not null
            ? (AmountText.Parse("--under", under, measure.Column), true)
            : (null, measure.Column.IsWorstWhenLow);
    }
}
