using MediaMelon.SessionList;

namespace SessionExplorer.Explain;

internal static class FilterCode
{
    public static string Format(DimensionFilter filter)
    {
        if (
            filter.Dimension is not { } dimension
            || filter.Values.Select(value => Value(dimension, value)).ToList() is not { } values
            || values.Contains(null))
            return $"DimensionFilter.Raw({Literal.Format(filter.ToString())})";

        return $"{FieldCode.Format(dimension)}.{(values.Count == 1 ? "Is" : "In")}({string.Join(", ", values)})";
    }

    private static string? Value(Field dimension, string value) =>
        dimension switch
        {
            Dimension<bool> => value is "true" or "false" ? value : null,
            Dimension<ViewStatus> => Status(value),
            Dimension<string> => Literal.Format(value),
            _ => null,
        };

    private static string Status(string word) =>
        word switch
        {
            "running" => "ViewStatus.Running",
            "loaded" => "ViewStatus.Loaded",
            "ended" => "ViewStatus.Ended",
            "dropped" => "ViewStatus.Dropped",
            _ => $"new ViewStatus({Literal.Format(word)})",
        };
}
