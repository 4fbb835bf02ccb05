using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using SessionExplorer.Output;
using SessionExplorer.Statistics;

namespace SessionExplorer.Reports;

/// <summary>The charts of a report.</summary>
internal static class Charts
{
    private const int Bars = 16;

    private static readonly OxyColor[] Colors = [ChartColors.One, ChartColors.Two];

    /// <param name="series">The values of each series, in ascending order.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="limit">The limit of good sessions, which is marked.</param>
    public static string Distribution(IReadOnlyList<IReadOnlyList<double>> series, string unit, double limit)
    {
        var buckets = Buckets.Create([.. series.SelectMany(values => values).Order()], Bars);
        var model = Create("Share of the sessions (%)", At(buckets, unit));
        for (var index = 0; index < series.Count; index++)
        {
            var bars = new RectangleBarSeries { FillColor = Colors[index], StrokeThickness = 0 };
            var width = 0.9 / series.Count;
            for (var bar = 0; bar < buckets.Count; bar++)
            {
                var left = bar + 0.05 + (index * width);
                bars.Items.Add(new RectangleBarItem(left, 0, left + width, Share(series[index], buckets[bar]) * 100));
            }

            model.Series.Add(bars);
        }

        if (buckets.Count > 0 && buckets[0] is { To: { } to } first && (limit - first.From) / (to - first.From) is var at and >= 0
            && at <= buckets.Count)
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = at, Color = ChartColors.Limit });

        return ChartSvg.Create(model, "d", "A bar chart of the distribution of the values.");
    }

    /// <param name="series">The rate of each series at each time, 0 to 1. Null for a time without sessions.</param>
    /// <param name="label">The text for a time.</param>
    public static string Rates(IReadOnlyList<IReadOnlyList<double?>> series, Func<int, string> label)
    {
        var model = Create("Bad sessions (%)", at => label((int)Math.Round(at)));
        for (var index = 0; index < series.Count; index++)
        {
            var line = new LineSeries { Color = Colors[index], StrokeThickness = 2 };
            for (var at = 0; at < series[index].Count; at++)
                line.Points.Add(new DataPoint(at, series[index][at] * 100 ?? double.NaN));

            model.Series.Add(line);
        }

        return ChartSvg.Create(model, "t", "A line chart of the share of bad sessions over time.");
    }

    private static PlotModel Create(string measure, Func<double, string> label)
    {
        var model = new PlotModel
        {
            DefaultFont = "system-ui, sans-serif",
            TextColor = ChartColors.Ink,
            PlotAreaBorderColor = ChartColors.Line,
            Padding = new OxyThickness(0, 8, 16, 0),
        };
        model.Axes.Add(Axis(AxisPosition.Left, measure, at => HumanText.Number(at), isGrid: true));
        model.Axes.Add(Axis(AxisPosition.Bottom, "", label, isGrid: false));
        return model;
    }

    private static LinearAxis Axis(AxisPosition position, string title, Func<double, string> label, bool isGrid) =>
        new()
        {
            Position = position,
            Title = title,
            AxisTitleDistance = 14,
            LabelFormatter = label,
            MinimumPadding = 0,
            AbsoluteMinimum = 0,
            Minimum = 0,
            // An axis needs a range even if all values are equal.
            MinimumRange = 1,
            MinimumMajorStep = position == AxisPosition.Bottom ? 1 : 0,
            TickStyle = TickStyle.None,
            MinorTickSize = 0,
            TextColor = ChartColors.Ink,
            TitleColor = ChartColors.Ink,
            TicklineColor = ChartColors.Line,
            AxislineColor = ChartColors.Line,
            MajorGridlineStyle = isGrid ? LineStyle.Solid : LineStyle.None,
            MajorGridlineColor = ChartColors.Line,
        };

    private static Func<double, string> At(IReadOnlyList<Bucket> buckets, string unit) =>
        at =>
        {
            var index = (int)Math.Round(at);
            return index < 0 || index > buckets.Count ? ""
                : index < buckets.Count ? HumanText.WithUnit(HumanText.Number(buckets[index].From), unit)
                : buckets[^1].To is { } to ? HumanText.WithUnit(HumanText.Number(to), unit)
                : "more";
        };

    private static double Share(IReadOnlyList<double> sorted, Bucket bucket) =>
        sorted.Count == 0
            ? 0
            : (double)sorted.Count(value => value >= bucket.From && (bucket.To is not { } to || value < to)) / sorted.Count;
}
