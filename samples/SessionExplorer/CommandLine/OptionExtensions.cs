using System.CommandLine;
using System.CommandLine.Parsing;
using SessionExplorer.Catalogue;
using SessionExplorer.Errors;

namespace SessionExplorer.CommandLine;

/// <summary>What options of several commands have in common.</summary>
internal static class OptionExtensions
{
    /// <summary>Ends a custom parser with an error, which becomes the one line that the user reads.</summary>
    public static T Refuse<T>(this ArgumentResult result, string message)
    {
        result.AddError(message);
        return default!;
    }

    public static Option<FileInfo?> AcceptExisting(this Option<FileInfo?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } file)
                result.AddError($"There is no file '{file}'.");
        });
        return option;
    }

    public static TimeSpan? ParseDuration(ArgumentResult result) =>
        DurationText.TryParse(result.Tokens[0].Value, out var duration) ? duration : result.Refuse<TimeSpan?>(DurationText.Rule);

    public static DateTimeOffset? ParseMoment(ArgumentResult result) =>
        MomentText.TryParse(result.Tokens[0].Value, out var moment) ? moment : result.Refuse<DateTimeOffset?>(MomentText.Rule);

    /// <summary>Reads one word of an option; what is wrong with it becomes an error of the command line.</summary>
    public static T? Parse<T>(this ArgumentResult result, Token token, Func<string, T> parse)
    {
        try
        {
            return parse(token.Value);
        }
        catch (Exception exception) when (exception is UsageException or UnknownColumnException or ArgumentException)
        {
            return result.Refuse<T>(Sentence.Of(exception));
        }
    }
}
