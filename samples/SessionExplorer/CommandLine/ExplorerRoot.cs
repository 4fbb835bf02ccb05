using System.CommandLine;
using System.CommandLine.Help;
using SessionExplorer.Commands;

namespace SessionExplorer.CommandLine;

/// <summary>The root command: all commands, the common options, and the tour if no command is given.</summary>
internal sealed class ExplorerRoot : RootCommand
{
    public const string ProgramName = "session-explorer";

    public ExplorerRoot()
        : base("Explores the video sessions of MediaMelon SmartSight; without a command: a tour of the last day.")
    {
        Add(new TopCommand());
        Add(new ListCommand());
        Add(new SubscriberCommand());
        Add(new HistogramCommand());
        Add(new BreakdownCommand());
        Add(new WhyCommand());
        Add(new CompareCommand());
        Add(new WatchCommand());
        Add(new ExportCommand());
        Add(new SqlCommand());
        Add(new ExplainCommand());
        Add(new DoctorCommand());
        Add(new ServeCommand());
        Add(new ProbeCommand());
        Add(new CompletionCommand(this));
        SourceOptions.AddTo(this);
        SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var invocation = new Invocation(parsed, cancellationToken);
                return await new Tour(invocation).RunAsync();
            }
        );

        var help = Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
    }

    public IReadOnlyList<string> Examples { get; } = ["", "top rebuffering --take 5"];
}
