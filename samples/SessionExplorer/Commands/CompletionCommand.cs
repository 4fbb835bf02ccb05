using System.CommandLine;
using SessionExplorer.CommandLine;
using SessionExplorer.Completion;
using SessionExplorer.Errors;

namespace SessionExplorer.Commands;

/// <summary><c>completion</c>: a shell script that completes commands, options and the names of columns.</summary>
internal sealed class CompletionCommand : ExplorerCommand
{
    private readonly RootCommand _root;
    private readonly Argument<string> _shell = new("SHELL") { Description = "bash or zsh.", HelpName = "SHELL" };

    public CompletionCommand(RootCommand root)
        : base(
            "completion",
            "Prints a script that completes commands, options and the names of columns in a shell.",
            "completion bash",
            "completion zsh")
    {
        _root = root;
        _shell.CompletionSources.Add(CompletionScript.Bash, CompletionScript.Zsh);
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && token.Value is not (CompletionScript.Bash or CompletionScript.Zsh))
                result.AddError($"SHELL must be {CompletionScript.Bash} or {CompletionScript.Zsh}.");
        });
        Add(_shell);
    }

    protected override Task<int> RunAsync(Invocation invocation)
    {
        invocation.Screen.Lines(CompletionScript.Create(invocation.Parsed.GetRequiredValue(_shell), _root));
        invocation.Screen.Flush();
        return Task.FromResult(ExitCode.Success);
    }
}
