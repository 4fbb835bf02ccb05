using MediaMelon.SessionList;

namespace SessionExplorer.Catalogue;

/// <summary>A column that the catalogues do not have, by its kind and its API name: <c>number:avgbitrate</c>.</summary>
internal static class CustomColumn
{
    /// <summary>Null for text without a kind. For a column of the catalogue, returns that
    /// column, if the kind is the same.</summary>
    /// <exception cref="UnknownColumnException">The catalogue has the column with another kind.</exception>
    public static Column? TryRead(string text)
    {
        if (Create(text) is not { } custom)
            return null;
        if (KnownColumns.All.FirstOrDefault(column => IsSame(column, custom)) is not { } known)
            return custom;

        return known.Kind == custom.Kind && known.Unit.TrimEnd('%') == custom.Unit && known.Field.Name == custom.Field.Name
            ? known
            : throw new UnknownColumnException(
                $"'{text}' is the known column {known.Name}, which has another kind. Use {known.Name}.");
    }

    private static bool IsSame(Column known, Column custom) =>
        string.Equals(known.Field.Name, custom.Field.Name, StringComparison.OrdinalIgnoreCase);

    private static Column? Create(string text) =>
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
