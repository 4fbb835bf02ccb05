using System.CommandLine;
using SessionExplorer.Output;

namespace SessionExplorer.CommandLine;

/// <summary><c>--output</c>.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat?> _output = EnumOption.Create<OutputFormat>(
        "--output",
        "table, json, ndjson or csv; a table in a pipe is lines with tabs. [default: table]",
        "-o");

    public void AddTo(Command command) => command.Add(_output);

    public OutputFormat Read(ParseResult parsed) => parsed.GetValue(_output) ?? OutputFormat.Table;
}
