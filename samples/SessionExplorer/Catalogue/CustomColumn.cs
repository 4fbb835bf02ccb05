using MediaMelon.SessionList;

namespace SessionExplorer.Catalogue;

/// <summary>A column that the catalogues do not know, by its kind and its name in the API: <c>number:avgbitrate</c>.</summary>
internal static class CustomColumn
{
    public static Column? TryRead(string text) =>
        text.Split(':', 2) switch
        {
            ["number", var name] => ColumnFactory.Number(
                SessionMetrics.Number(name),
                name,
                name,
                Code("SessionMetrics.Number", name)),
            ["count", var name] => ColumnFactory.Count(
                SessionMetrics.Count(name),
                name,
                name,
                Code("SessionMetrics.Count", name)),
            ["seconds", var name] => ColumnFactory.Seconds(
                SessionMetrics.Seconds(name),
                name,
                name,
                Code("SessionMetrics.Seconds", name)),
            ["minutes", var name] => ColumnFactory.Minutes(
                SessionMetrics.Minutes(name),
                name,
                name,
                Code("SessionMetrics.Minutes", name)),
            ["text", var name] => ColumnFactory.Text(
                SessionDimensions.Text(name),
                name,
                name,
                Code("SessionDimensions.Text", name)),
            ["flag", var name] => ColumnFactory.Flag(
                SessionDimensions.Flag(name),
                name,
                name,
                Code("SessionDimensions.Flag", name)),
            ["time", var name] => ColumnFactory.Time(SessionFields.Time(name), name, name, Code("SessionFields.Time", name)),
            _ => null,
        };

    private static string Code(string factory, string name) => $"{factory}(\"{name}\")";
}
