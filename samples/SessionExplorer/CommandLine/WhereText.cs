using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Reads <c>platform=Android</c> and <c>country=US|Canada</c>.</summary>
/// <remarks>Messages do not contain values: users type subscriber ids here, and errors may be logged.</remarks>
internal static class WhereText
{
    public static DimensionFilter Parse(string text)
    {
        if (text.Split('=', 2) is not [var name, var list])
            throw new UsageException(
                "A filter of --where must be DIMENSION=VALUE or DIMENSION=VALUE|VALUE, such as \"country=US|Canada\".");

        var column = ColumnNames.FindDimension(name);
        var values = list.Split('|', StringSplitOptions.TrimEntries);
        if (values.Any(value => value.Length == 0))
            throw new UsageException($"A value of {column.Name} in --where is empty. Specify the text to match.");
        if (values.Any(value => value.Any(character => character is '[' or ']' || char.IsControl(character))))
            throw new UsageException(
                $"A value of {column.Name} in --where contains [, ] or a control character, which a filter cannot contain.");

        return column.Field switch
        {
            Dimension<string> dimension => dimension.In(values),
            Dimension<ViewStatus> dimension => dimension.In(values.Select(value => new ViewStatus(value))),
            Dimension<bool> dimension => dimension.In(values.Select(value => Flag(value, column))),
            _ => throw new UsageException($"{column.Name} cannot be filtered."),
        };
    }

    private static bool Flag(string value, Column column) =>
        bool.TryParse(value, out var flag) ? flag : throw new UsageException($"{column.Name} must be true or false.");
}
