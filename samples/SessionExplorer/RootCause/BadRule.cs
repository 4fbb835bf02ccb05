using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Output;
using SessionExplorer.Statistics;

namespace SessionExplorer.RootCause;

/// <summary>Which sessions are bad, and where the limit comes from.</summary>
/// <param name="Measure">The value that is compared.</param>
/// <param name="Limit">The limit, in the unit of the column. A session at the limit is good.</param>
/// <param name="IsBelow">Whether small values are bad.</param>
/// <param name="Origin">Where the limit comes from.</param>
internal sealed record BadRule(Measure Measure, double Limit, bool IsBelow, string Origin)
{
    /// <summary>The limit of the vendor's own examples: <c>cirrbufferingratio&gt;10</c>.</summary>
    private const double RebufferingLimit = 10;
    private const double WorstShare = 0.05;

    /// <summary>startup over 5 s</summary>
    public string Text =>
        Measure.IsFailedStart ? "a failed start"
        : IsAnyError ? $"{Measure.Column.Label.ToLowerInvariant()}"
        : $"{Measure.Column.Label.ToLowerInvariant()} {(IsBelow ? "under" : "over")} {LimitText}";

    /// <summary>The condition for <c>--having</c>. Null for failed starts.</summary>
    public string? Having =>
        Measure.IsFailedStart
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{ColumnText.Format(Measure.Column.Field)}{(IsBelow ? '<' : '>')}{Limit:0.######}");

    /// <summary>The condition in SQL, with the columns of <c>sql</c>.</summary>
    public string Sql =>
        Measure.IsFailedStart
            ? $"{Measure.Column.Name} is null"
            : string.Create(CultureInfo.InvariantCulture, $"{Measure.Column.Name} {(IsBelow ? '<' : '>')} {Limit:0.######}");

    private bool IsAnyError => Measure.Column.Kind == ColumnKind.Count && !IsBelow && Limit == 0;

    private string LimitText =>
        Measure.Column.Unit == "s" && Limit < 1
            ? HumanText.WithUnit(HumanText.Number(Limit * 1000), "ms")
            : HumanText.WithUnit(HumanText.Number(Limit), Measure.Column.Unit);

    /// <summary>Creates the rule that the user specified, or the default rule.</summary>
    /// <param name="measure">The value that is compared.</param>
    /// <param name="limit">The limit that the user specified, or null.</param>
    /// <param name="isBelow">Whether small values are bad.</param>
    /// <param name="values">All values, to find the worst 5 %.</param>
    public static BadRule Create(Measure measure, double? limit, bool isBelow, IReadOnlyList<double> values)
    {
        if (limit is { } given)
            return new(measure, given, isBelow, isBelow ? "from --under" : "from --over");
        if (measure.IsFailedStart)
            return new(measure, 0.5, false, "ended without a startup time");
        if (DefaultLimit(measure.Column) is { } defaultLimit && !isBelow)
            return new(measure, defaultLimit, isBelow, defaultLimit == 0 ? "more than none" : "as in the vendor's examples");

        double[] sorted = [.. values.Order()];
        var share = isBelow ? WorstShare : 1 - WorstShare;
        var quantile = sorted.Length == 0 ? 0 : Math.Round(Quantiles.Compute(sorted, share), 4);
        return new(measure, quantile, isBelow, isBelow ? "p5 of these sessions" : "p95 of these sessions");
    }

    public bool IsBad(double value) => IsBelow ? value < Limit : value > Limit;

    private static double? DefaultLimit(Column column) =>
        column.Field == KnownColumns.Rebuffering.Field ? RebufferingLimit
        : column.Kind == ColumnKind.Count ? 0
        : null;
}
