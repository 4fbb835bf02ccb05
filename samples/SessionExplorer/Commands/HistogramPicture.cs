using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using SessionExplorer.Statistics;

namespace SessionExplorer.Commands;

/// <summary>Shows the distribution of a metric's values: bars for people, bounds and counts for programs.</summary>
internal sealed class HistogramPicture(IReadOnlyList<double> sorted, IReadOnlyList<Bucket> buckets, Column metric)
{
    private static readonly (string Label, double Share)[] Landmarks =
    [
        ("median", 0.5),
        ("p90", 0.9),
        ("p95", 0.95),
        ("p99", 0.99),
        ("max", 1),
    ];

    public static HistogramPicture Create(IReadOnlyList<double> sorted, int bars, Column metric) =>
        new(sorted, Buckets.Create(sorted, bars), metric);

    public Task WriteAsync(Screen screen, OutputFormat format, IResultWriter writer, CancellationToken cancellationToken)
    {
        if (format != OutputFormat.Table || !screen.IsTerminal)
            return writer.WriteAsync(ToResult(), cancellationToken);

        if (buckets.Count == 0)
        {
            screen.Text("Nothing found.");
            return Task.CompletedTask;
        }

        DrawBars(screen);
        var landmarks = string.Join(", ", Landmarks.Select(Describe));
        screen.Text(string.Create(CultureInfo.InvariantCulture, $"\n{Plural.Format(sorted.Count, "session")}: {landmarks}"));
        return Task.CompletedTask;
    }

    /// <summary>Writes the bars only.</summary>
    public Task WriteBarsAsync(Screen screen, CancellationToken cancellationToken)
    {
        if (!screen.IsTerminal || buckets.Count == 0)
            return WriteAsync(screen, OutputFormat.Table, screen.Writer(OutputFormat.Table), cancellationToken);

        DrawBars(screen);
        return Task.CompletedTask;
    }

    private void DrawBars(Screen screen) => screen.Draw(BarChart.Draw([.. buckets.Select(Row)], screen.Width, screen.Glyphs));

    private Result ToResult()
    {
        var rows = buckets.Select(bucket => new object?[] { bucket.From, bucket.To, (long)bucket.Count, Share(bucket) });
        return new(
            [
                new($"from_{metric.Name}", "From", ColumnKind.Number, metric.Unit),
                new($"to_{metric.Name}", "To", ColumnKind.Number, metric.Unit),
                new("sessions", "Sessions", ColumnKind.Count),
                new("share", "Share", ColumnKind.Number),
            ],
            rows.ToAsyncEnumerable());
    }

    private BarChart.Row Row(Bucket bucket) =>
        new(
            Label(bucket),
            bucket.Count,
            string.Create(CultureInfo.InvariantCulture, $"{bucket.Count,7:N0} {Share(bucket) * 100,5:0.0}%"),
            IsWorst: bucket.To is null && !metric.IsWorstWhenLow);

    private string Label(Bucket bucket) =>
        bucket.To is { } to
            ? HumanText.WithUnit($"{HumanText.Number(bucket.From)} - {HumanText.Number(to)}", metric.Unit)
            : HumanText.WithUnit($"from {HumanText.Number(bucket.From)}", metric.Unit);

    private string Describe((string Label, double Share) landmark) =>
        $"{landmark.Label} {HumanText.WithUnit(HumanText.Number(Quantiles.Compute(sorted, landmark.Share)), metric.Unit)}";

    private double Share(Bucket bucket) => Math.Round((double)bucket.Count / sorted.Count, 4);
}
