using System.CommandLine;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Arguments that name a column.</summary>
internal static class ColumnArgument
{
    public static Argument<Column?> Metric(string description, bool isRequired = false) =>
        Create("METRIC", description, isRequired, ColumnNames.FindMetric, KnownColumns.All.Where(column => column.IsMetric));

    public static Argument<Column?> Dimension(string description) =>
        Create(
            "DIMENSION",
            description,
            isRequired: true,
            ColumnNames.FindDimension,
            KnownColumns.All.Where(column => column.IsDimension));

    private static Argument<Column?> Create(
        string name,
        string description,
        bool isRequired,
        Func<string, Column> find,
        IEnumerable<Column> offered)
    {
        var argument = new Argument<Column?>(name)
        {
            Description = description,
            HelpName = name, // without it, help lists all completions
            Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
            CustomParser = result => result.Parse(result.Tokens[0], find),
        };
        argument.CompletionSources.Add(ColumnNames.Completions(offered));
        return argument;
    }
}
