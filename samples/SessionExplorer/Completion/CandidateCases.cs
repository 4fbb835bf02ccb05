using System.CommandLine;
using System.CommandLine.Completions;

namespace SessionExplorer.Completion;

/// <summary>The part of the script that bash and zsh share. It reads command, prev and cur, and sets candidates.</summary>
internal static class CandidateCases
{
    /// <remarks>It begins inside a loop over the words before the cursor, as its first line is the same in both shells.</remarks>
    public static string Create(RootCommand root)
    {
        var commands = root.Subcommands.Where(command => !command.Hidden).ToList();
        return string.Join(
            '\n',
            [
                $"        case $word in {string.Join('|', commands.Select(command => Quote(command.Name)))}) "
                    + "command=$word; break ;; esac",
                "    done",
                "    case \"$command $prev\" in",
                .. OptionCases("", root.Options),
                .. commands.SelectMany(command => OptionCases(command.Name, Options(command, root))),
                "        *) case \"$command $cur\" in",
                .. WordCases("", root.Options, commands.Select(command => command.Name)),
                .. commands.SelectMany(command =>
                    WordCases(command.Name, Options(command, root), command.Arguments.SelectMany(Values))),
                "        esac ;;",
                "    esac",
            ]);
    }

    /// <summary>Quotes a word for both shells, so that no character has a special meaning.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static IEnumerable<Option> Options(Command command, RootCommand root) =>
        command.Options.Concat(root.Options.Where(option => option.Recursive)).Where(option => !option.Hidden);

    private static IEnumerable<string> OptionCases(string command, IEnumerable<Option> options) =>
        from option in options
        where option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool)
        let patterns = option.Aliases.Prepend(option.Name).Select(name => Quote($"{command} {name}"))
        select $"        {string.Join('|', patterns)}) candidates=({List(Values(option))}) ;;";

    private static IEnumerable<string> WordCases(string command, IEnumerable<Option> options, IEnumerable<string> values) =>
        [
            $"        {Quote($"{command} -")}*) candidates=({List(options.Select(option => option.Name))}) ;;",
            $"        {Quote($"{command} ")}*) candidates=({List(values)}) ;;",
        ];

    private static IEnumerable<string> Values(Symbol symbol) =>
        symbol.GetCompletions(CompletionContext.Empty).Select(item => item.InsertText ?? item.Label).Distinct();

    private static string List(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
