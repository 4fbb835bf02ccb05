using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Statistics;
using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>A histogram as bars in a terminal, or as lines of bounds and counts.</summary>
internal sealed class BucketChart(IReadOnlyList<Bucket> buckets, Column column)
{
    private const int WidestUseful = 100;

    public BarChart Draw(int terminalWidth)
    {
        var chart = new BarChart { Width = Math.Min(terminalWidth, WidestUseful), Culture = CultureInfo.InvariantCulture };
        foreach (var bucket in buckets)
            chart.AddItem(Label(bucket), bucket.Count, bucket.To is null ? Color.Red : Color.Aqua);

        return chart;
    }

    public static string Plain(IReadOnlyList<Bucket> buckets) => string.Concat(
        buckets.Select(bucket => string.Create(CultureInfo.InvariantCulture, $"{bucket.From}\t{bucket.To}\t{bucket.Count}\n")).Prepend("from\tto\tsessions\n"));

    private string Label(Bucket bucket)
    {
        var unit = column.Unit.Length > 0 ? " " + column.Unit : "";
        return bucket.To is { } to
            ? $"{HumanText.Number(bucket.From)} - {HumanText.Number(to)}{unit}"
            : $"{HumanText.Number(bucket.From)}{unit} and more";
    }
}
