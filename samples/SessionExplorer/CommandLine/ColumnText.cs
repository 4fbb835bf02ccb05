using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Explain;

namespace SessionExplorer.CommandLine;

/// <summary>Formats a column for options: its API name, with its kind if the catalogues do not have it.</summary>
internal static class ColumnText
{
    public static string Format(Field field) =>
        KnownColumns.All.Any(column => column.Field == field) ? field.Name : $"{Kind(field)}:{field.Name}";

    private static string Kind(Field field) =>
        field switch
        {
            Metric<double> => "number",
            Metric<long> => "count",
            Metric<TimeSpan> duration => FieldCode.IsInMinutes(duration) ? "minutes" : "seconds",
            Dimension<bool> => "flag",
            _ => "text",
        };
}
