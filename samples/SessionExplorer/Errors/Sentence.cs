using System.Text.RegularExpressions;

namespace SessionExplorer.Errors;

/// <summary>Formats an exception's message as one line for the user.</summary>
internal static partial class Sentence
{
    private const string ParameterNote = " (Parameter '";

    /// <summary>The names that the client's options have on the command line.</summary>
    private static readonly (string Option, string Name)[] Names =
    [
        ("SliceBy", "--slice"),
        ("PageSize", "--page-size"),
        ("MaxConcurrentRequests", "--parallel"),
        ("BaseAddress", "--base-url"),
        ("AccessTokenProvider", "MEDIAMELON_ACCESS_TOKEN"),
    ];

    public static string From(Exception exception)
    {
        var lines = exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var text = string.Join(' ', lines);

        // The name of a C# parameter is not useful to the user of an option.
        var note = exception is ArgumentException ? text.LastIndexOf(ParameterNote, StringComparison.Ordinal) : -1;
        return WithoutAdviceInCode(Names.Aggregate(note < 0 ? text : text[..note], Rename));
    }

    private static string Rename(string text, (string Option, string Name) name) =>
        Regex.Replace(text, $@"\b{name.Option}\b", name.Name, RegexOptions.CultureInvariant);

    // Sentences that name a member of a type are for programmers.
    private static string WithoutAdviceInCode(string text) => CodeSentence().Replace(text, "").Trim();

    [GeneratedRegex(@"(?<=^|[.;] )[^.;]*\b(?:[A-Z][a-z]+){2,}\.[A-Z]\w+\b[^.;]*[.;]?", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSentence();
}
