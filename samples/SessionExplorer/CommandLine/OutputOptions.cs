using System.CommandLine;
using SessionExplorer.Output;

namespace SessionExplorer.CommandLine;

/// <summary><c>--output</c> and <c>--csv-safe</c>.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat?> _output = EnumOption.Create<OutputFormat>(
        "--output",
        "table, json, ndjson or csv; in a pipe, a table is tab-separated. [default: table]",
        "-o");

    private readonly Option<bool> _csvSafe = CsvSafeOption.Create();

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_csvSafe);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_csvSafe) is not null && result.GetValue(_output) != OutputFormat.Csv)
                result.AddError("--csv-safe needs --output csv.");
        });
    }

    public OutputFormat Read(ParseResult parsed) => parsed.GetValue(_output) ?? OutputFormat.Table;

    /// <summary>Creates the writer that the options select.</summary>
    public IResultWriter Writer(Invocation invocation) =>
        invocation.Screen.Writer(Read(invocation.Parsed), invocation.Parsed.GetValue(_csvSafe));
}
