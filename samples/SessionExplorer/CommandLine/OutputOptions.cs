using System.CommandLine;
using SessionExplorer.Output;

namespace SessionExplorer.CommandLine;

/// <summary><c>--output</c>.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat> _output = new("--output", "-o")
    {
        Description = "table, json, ndjson or csv. A table in a pipe is lines with tabs.",
        HelpName = "FORMAT",
        CustomParser = result => Enum.GetValues<OutputFormat>().FirstOrDefault(format => Is(format, result.Tokens[0].Value)) is var format
            && Is(format, result.Tokens[0].Value)
                ? format
                : result.Refuse<OutputFormat>("--output is table, json, ndjson or csv."),
    };

    public void AddTo(Command command) => command.Add(_output);

    public OutputFormat Read(ParseResult parsed) => parsed.GetValue(_output);

    private static bool Is(OutputFormat format, string word) => string.Equals(format.ToString(), word, StringComparison.OrdinalIgnoreCase);
}
