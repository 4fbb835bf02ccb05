using SessionExplorer.Comparison;
using SessionExplorer.Output;
using SessionExplorer.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Commands;

/// <summary>Shows two distributions side by side, in the same buckets.</summary>
internal static class DistributionChart
{
    private const int Bars = 8;
    private const int TextWidth = 34;
    private const int WidestBar = 40;

    public static IRenderable Draw(PeriodComparison comparison, int terminalWidth, Glyphs glyphs)
    {
        var (before, after) = (comparison.Before.Sorted, comparison.After.Sorted);
        var buckets = Buckets.Create([.. before.Concat(after).Order()], Bars);
        var width = Math.Clamp((terminalWidth - TextWidth) / 2, 4, WidestBar);
        var shares = buckets.Select(bucket => (bucket, Before: Share(before, bucket), After: Share(after, bucket))).ToList();
        var greatest = shares.Max(share => Math.Max(share.Before, share.After));

        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right });
        foreach (var barWidth in (int?[])[width, null, width, null])
            grid.AddColumn(new GridColumn { NoWrap = true, Width = barWidth });
        grid.AddRow(new Text(""), new Text("before"), new Text(""), new Text("after"), new Text(""));
        foreach (var (bucket, earlier, later) in shares)
            grid.AddRow(
                new Text(Label(bucket, comparison.Rule.Measure.Column.Unit)),
                new Text(Bar.Format(earlier / greatest, width, glyphs), Color.Grey),
                new Text(Percent(earlier)),
                new Text(Bar.Format(later / greatest, width, glyphs), Color.Aqua),
                new Text(Percent(later)));
        return grid;
    }

    private static double Share(IReadOnlyList<double> sorted, Bucket bucket) =>
        (double)sorted.Count(value => value >= bucket.From && (bucket.To is not { } to || value < to)) / sorted.Count;

    private static string Label(Bucket bucket, string unit) =>
        bucket.To is { } to
            ? HumanText.WithUnit($"{HumanText.Number(bucket.From)} - {HumanText.Number(to)}", unit)
            : HumanText.WithUnit($"from {HumanText.Number(bucket.From)}", unit);

    private static string Percent(double share) => $"{HumanText.Number(Math.Round(share * 100, 1)),5}%";
}
