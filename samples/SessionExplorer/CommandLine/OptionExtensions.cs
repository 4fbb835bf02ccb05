using System.CommandLine;
using System.CommandLine.Parsing;
using SessionExplorer.Catalogue;
using SessionExplorer.Errors;

namespace SessionExplorer.CommandLine;

/// <summary>Helpers that several commands use for their options.</summary>
internal static class OptionExtensions
{
    /// <summary>Ends a custom parser with an error, which is shown to the user as one line.</summary>
    public static T Refuse<T>(this ArgumentResult result, string message)
    {
        result.AddError(message);
        return default!;
    }

    public static TimeSpan? ParseDuration(this ArgumentResult result, string option) =>
        DurationText.TryParse(result.Tokens[0].Value, out var duration)
            ? duration
            : result.Refuse<TimeSpan?>($"{option} '{result.Tokens[0].Value}': {DurationText.Rule}");

    public static Moment? ParseMoment(this ArgumentResult result, string option)
    {
        try
        {
            return MomentText.Parse(result.Tokens[0].Value);
        }
        catch (UsageException problem)
        {
            return result.Refuse<Moment?>($"{option} '{result.Tokens[0].Value}': {problem.Message}");
        }
    }

    /// <summary>The names of the given options that the command line contains.</summary>
    public static IEnumerable<string> NamesOfGiven(this ParseResult parsed, params Option[] options) =>
        options.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>Reads one value of an option. An exception becomes an error of the command line.</summary>
    public static T? Parse<T>(this ArgumentResult result, Token token, Func<string, T> parse)
    {
        try
        {
            return parse(token.Value);
        }
        catch (Exception exception) when (exception is UsageException or UnknownColumnException or ArgumentException)
        {
            return result.Refuse<T>(Sentence.From(exception));
        }
    }
}
