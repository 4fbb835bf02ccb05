using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using SessionExplorer.Statistics;

namespace SessionExplorer.Commands;

/// <summary>A table of a dimension's values.</summary>
internal sealed class BreakdownPicture(Breakdown breakdown, Column dimension, Column metric, int rows)
{
    public async Task WriteAsync(Screen screen, OutputFormat format, CancellationToken cancellationToken)
    {
        await screen.Writer(format).WriteAsync(ToResult(), cancellationToken);
        if (screen.IsTerminal && format == OutputFormat.Table && breakdown.Values > rows)
            screen.Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{breakdown.Values - rows:N0} more values: --rows {breakdown.Values} shows all."));
    }

    private Result ToResult() =>
        new(
            [
                ResultColumn.Of(dimension),
                new("sessions", "Sessions", ColumnKind.Count),
                new("share_percentage", "Share", ColumnKind.Number, "%"),
                new($"median_{metric.Name}", $"{metric.Label}, median", ColumnKind.Number, metric.Unit),
                new($"p95_{metric.Name}", $"{metric.Label}, p95", ColumnKind.Number, metric.Unit),
            ],
            breakdown.Largest(rows).Select(Row).ToAsyncEnumerable());

    private object?[] Row(Breakdown.Group group) =>
        [
            group.Value,
            group.Sessions,
            Math.Round(100.0 * group.Sessions / breakdown.Sessions, 2),
            Round(group.Quantile(0.5)),
            Round(group.Quantile(0.95)),
        ];

    // Interpolation makes digits that no one measured.
    private static double? Round(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
