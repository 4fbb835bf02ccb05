using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SessionExplorer.CommandLine;

/// <summary>The help of System.CommandLine, followed by the command's examples.</summary>
internal sealed class ExamplesHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            ExplorerCommand command => command.Examples,
            ExplorerRoot root => root.Examples,
            _ => [],
        };
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {ExplorerRoot.ProgramName} {example}".TrimEnd());

        return 0;
    }
}
