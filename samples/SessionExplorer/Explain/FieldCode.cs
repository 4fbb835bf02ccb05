using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Explain;

internal static class FieldCode
{
    public static string Format(Field field) =>
        KnownColumns.All.FirstOrDefault(column => column.Field == field)?.CSharp
            ?? $"{Factory(field)}({Literal.Format(field.Name)})";

    private static string Factory(Field field) =>
        field switch
        {
            Metric<double> => "SessionMetrics.Number",
            Metric<long> => "SessionMetrics.Count",
            Metric<TimeSpan> duration => IsInMinutes(duration) ? "SessionMetrics.Minutes" : "SessionMetrics.Seconds",
            Dimension<bool> => "SessionDimensions.Flag",
            Field<DateTimeOffset> => "SessionFields.Time",
            _ => "SessionDimensions.Text",
        };

    /// <summary>Whether a metric is in minutes. Its condition for one minute shows the unit.</summary>
    public static bool IsInMinutes(Metric<TimeSpan> metric) =>
        metric.Is(TimeSpan.FromMinutes(1)).ToString() == metric.Name + "=1";
}
