using System.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

namespace SessionExplorer.CommandLine;

/// <summary>What is wrong with a command line, in one line.</summary>
internal static class ParseErrors
{
    public static int Report(ParseResult parsed, TextWriter error)
    {
        // A word too many may be half of a filter's value, so it is not repeated. An option or a command's name is not secret.
        var strangers = parsed.UnmatchedTokens;
        var problems =
            strangers.Count > 0 ? [Describe(parsed, strangers)] : parsed.Errors.Select(problem => problem.Message).Distinct();
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? ExplorerRoot.ProgramName : $"{ExplorerRoot.ProgramName} {command.Name}";
        error.WriteLine(CellText.Visible($"{string.Join(' ', problems)} See {name} --help."));
        return ExitCode.Usage;
    }

    private static string Describe(ParseResult parsed, IReadOnlyList<string> strangers)
    {
        var command = parsed.CommandResult.Command;
        if (strangers.FirstOrDefault(stranger => stranger.StartsWith('-')) is { } word)
        {
            // -user-4711 is no misspelt option but an id that begins with a dash.
            var option = word.Split('=', ':')[0];
            if (!word.StartsWith("--", StringComparison.Ordinal))
                return $"{command.Name} has no such option; a value that begins with - goes after --.";

            return $"There is no option {option}{Suggestion(option, command.Options.Select(known => known.Name))}";
        }

        if (command is RootCommand)
        {
            var known = command.Subcommands.Select(subcommand => subcommand.Name);
            return $"There is no command '{strangers[0]}'{Suggestion(strangers[0], known)}";
        }

        return $"{command.Name} was given a word too many; a value with blanks, >, < or | stands between quotes.";
    }

    private static string Suggestion(string word, IEnumerable<string> known)
    {
        var nearest = known.MinBy(name => Catalogue.EditDistance.Between(word, name));
        return nearest is not null && Catalogue.EditDistance.Between(word, nearest) <= 2 ? $"; did you mean {nearest}?" : ".";
    }
}
