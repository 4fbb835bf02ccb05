using System.CommandLine;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Arguments that name a column.</summary>
internal static class ColumnArgument
{
    public static Argument<Column?> Metric(string description, bool isRequired = false) =>
        Of("METRIC", description, isRequired, ColumnNames.FindMetric);

    public static Argument<Column?> Dimension(string description) =>
        Of("DIMENSION", description, isRequired: true, ColumnNames.FindDimension);

    private static Argument<Column?> Of(string name, string description, bool isRequired, Func<string, Column> find) =>
        new(name)
        {
            Description = description,
            Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
            CustomParser = result => result.Parse(result.Tokens[0], find),
        };
}
