using System.CommandLine;

namespace SessionExplorer.CommandLine;

/// <summary>A command that has two examples and runs within an <see cref="Invocation"/>.</summary>
internal abstract class ExplorerCommand : Command
{
    protected ExplorerCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var invocation = new Invocation(parsed, cancellationToken);
                Invocation.Note(Notes(parsed));
                return await RunAsync(invocation);
            }
        );
    }

    /// <summary>Command lines without the program's name. They work on the built-in data.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Sentences about how the program interpreted the options.</summary>
    protected virtual IEnumerable<string> Notes(ParseResult parsed) => [];

    protected abstract Task<int> RunAsync(Invocation invocation);
}
