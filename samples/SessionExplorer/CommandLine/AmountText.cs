using System.Globalization;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Reads a value of a metric: <c>5s</c>, <c>1500ms</c>, <c>10%</c>. A number
/// without a unit is in the API's unit.</summary>
internal static class AmountText
{
    public static double Parse(string option, string text, Column column)
    {
        var isTime = column.Unit is "s" or "min";
        if (isTime && DurationText.TryParse(text, out var duration))
            return column.Unit == "s" ? duration.TotalSeconds : duration.TotalMinutes;

        var number = column.Unit == "%" ? text.TrimEnd('%') : text;
        return double.TryParse(
            number,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value)
            ? value
            : throw new UsageException($"{option} for {column.Name} must be a number{Example(column)}.");
    }

    private static string Example(Column column) =>
        column.Unit switch
        {
            "s" or "min" => " or a duration, such as 5s, 1500ms or 2m",
            "%" => " of percent, such as 10 or 10%",
            _ => ", such as 3 or 0.5",
        };
}
