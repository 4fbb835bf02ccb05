using System.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

namespace SessionExplorer.CommandLine;

/// <summary>Reports the error of a command line in one line.</summary>
internal static class ParseErrors
{
    public static int Report(ParseResult parsed, TextWriter error)
    {
        // An extra argument may be half of a filter's value, so the message does not repeat it.
        // Names of options and commands are not secret.
        var unmatched = parsed.UnmatchedTokens;
        var problems =
            unmatched.Count > 0 ? [Describe(parsed, unmatched)] : parsed.Errors.Select(problem => problem.Message).Distinct();
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? ExplorerRoot.ProgramName : $"{ExplorerRoot.ProgramName} {command.Name}";
        error.WriteLine(CellText.Visible($"{string.Join(' ', problems)} See {name} --help."));
        return ExitCode.Usage;
    }

    private static string Describe(ParseResult parsed, IReadOnlyList<string> unmatched)
    {
        var command = parsed.CommandResult.Command;
        if (unmatched.FirstOrDefault(token => token.StartsWith('-')) is { } unknown)
        {
            // -user-4711 is an id that begins with a dash, not a misspelt option.
            var option = unknown.Split('=', ':')[0];
            if (!unknown.StartsWith("--", StringComparison.Ordinal))
                return $"Unknown option of {command.Name}. A value that begins with - must follow --.";

            return $"Unknown option '{option}'.{Suggestion(option, command.Options.Select(known => known.Name))}";
        }

        if (command is RootCommand)
        {
            var known = command.Subcommands.Select(subcommand => subcommand.Name);
            return $"Unknown command '{unmatched[0]}'.{Suggestion(unmatched[0], known)}";
        }

        return $"{command.Name} has too many arguments. Quote a value that contains blanks, >, < or |.";
    }

    private static string Suggestion(string typed, IEnumerable<string> known)
    {
        var nearest = known.MinBy(name => Catalogue.EditDistance.Between(typed, name));
        return nearest is not null && Catalogue.EditDistance.Between(typed, nearest) <= 2 ? $" Did you mean '{nearest}'?" : "";
    }
}
