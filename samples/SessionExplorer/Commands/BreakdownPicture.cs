using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using SessionExplorer.Statistics;

namespace SessionExplorer.Commands;

/// <summary>A table of a dimension's values.</summary>
internal sealed class BreakdownPicture(Breakdown breakdown, Column dimension, Column metric, int rows)
{
    public async Task WriteAsync(Screen screen, OutputFormat format, IResultWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(ToResult(), cancellationToken);
        if (screen.IsTerminal && format == OutputFormat.Table && breakdown.Values > rows)
            screen.Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{breakdown.Values - rows:N0} more values: --rows {breakdown.Values} shows all."));
    }

    private Result ToResult() =>
        new(
            [
                ResultColumn.From(dimension),
                new("sessions", "Sessions", ColumnKind.Count) { Importance = 1 },
                new("share_percentage", "Share", ColumnKind.Number, "%"),
                Measure("median", 0.5) with { Importance = 3 },
                Measure("p95", 0.95) with { Importance = 2 },
            ],
            breakdown.Largest(rows).Select(Row).ToAsyncEnumerable());

    // The worst value of the column is marked as bad, if there is more than one value.
    private ResultColumn Measure(string name, double share)
    {
        var values = breakdown.Largest(rows).Select(group => Round(group.Quantile(share))).OfType<double>().ToList();
        var worst = values.Count < 2 ? (double?)null : metric.IsWorstWhenLow ? values.Min() : values.Max();
        return new($"{name}_{metric.Name}", $"{metric.Label}, {name}", ColumnKind.Number, metric.Unit)
        {
            IsBad = value => value is double number && number == worst,
        };
    }

    private object?[] Row(Breakdown.Group group) =>
        [
            group.Value,
            group.Sessions,
            Math.Round(100.0 * group.Sessions / breakdown.Sessions, 2),
            Round(group.Quantile(0.5)),
            Round(group.Quantile(0.95)),
        ];

    // Interpolation creates digits that were not measured.
    private static double? Round(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
