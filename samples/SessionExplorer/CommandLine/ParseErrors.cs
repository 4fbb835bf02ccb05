using System.CommandLine;
using SessionExplorer.Errors;

namespace SessionExplorer.CommandLine;

/// <summary>What is wrong with a command line, in one line.</summary>
internal static class ParseErrors
{
    public static int Report(ParseResult parsed, TextWriter error)
    {
        // A word too many may be half of a filter's value, so it is not repeated. An option or a command's name is not secret.
        var strangers = parsed.UnmatchedTokens;
        var problems = strangers.Count > 0 ? [Describe(parsed, strangers)] : parsed.Errors.Select(problem => problem.Message).Distinct();
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? ExplorerRoot.ProgramName : $"{ExplorerRoot.ProgramName} {command.Name}";
        error.WriteLine($"{string.Join(' ', problems)} See {name} --help.");
        return ExitCode.Usage;
    }

    private static string Describe(ParseResult parsed, IReadOnlyList<string> strangers)
    {
        var command = parsed.CommandResult.Command;
        if (strangers.FirstOrDefault(word => word.StartsWith('-')) is { } option)
            return $"There is no option {option.Split('=', ':')[0]}{Suggestion(option.Split('=', ':')[0], command.Options.Select(known => known.Name))}";
        if (command is RootCommand)
            return $"There is no command '{strangers[0]}'{Suggestion(strangers[0], command.Subcommands.Select(known => known.Name))}";

        return $"{command.Name} was given a word too many; a value with blanks, >, < or | stands between quotes.";
    }

    private static string Suggestion(string word, IEnumerable<string> known)
    {
        var nearest = known.MinBy(name => Catalogue.EditDistance.Between(word, name));
        return nearest is not null && Catalogue.EditDistance.Between(word, nearest) <= 2 ? $"; did you mean {nearest}?" : ".";
    }
}
