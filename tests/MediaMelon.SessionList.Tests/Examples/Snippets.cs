using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Conventions.Documents;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>Compares the C# code of the pages with the snippets of the examples.</summary>
internal static partial class Snippets
{
    // A fence without one of these languages could contain untested C#.
    private static readonly HashSet<string> OtherLanguages = ["sh", "bash", "console", "json", "sql", "python", "yaml", "xml", "text", "fsharp", "vb"];

    /// <summary>Returns the errors in the code of a page, one sentence each.</summary>
    public static IEnumerable<string> Problems(Page page, IReadOnlyDictionary<string, string> examples)
    {
        foreach (var fence in page.Fences)
        {
            if (!fence.IsCSharp)
            {
                if (!OtherLanguages.Contains(fence.Language))
                    yield return $"The language '{fence.Language}' of a fence is unknown: {fence.Code}";
                else if (fence.Snippet.Length > 0)
                    yield return $"'{fence.Snippet}' is above a fence in {fence.Language}.";
            }
            else if (fence.Snippet.Length == 0)
            {
                yield return $"C# without a comment that names its snippet: {fence.Code}";
            }
            else if (!examples.TryGetValue(fence.Snippet, out var example))
            {
                yield return $"The snippet '{fence.Snippet}' does not exist.";
            }
            else if (example != fence.Code)
            {
                yield return $"'{fence.Snippet}' differs from the example:\n{fence.Code}--- Example:\n{example}";
            }
        }

        foreach (var name in page.Snippets.Except(page.Fences.Select(fence => fence.Snippet)))
            yield return $"'{name}' is not above a fence.";
    }

    /// <summary>The code between <c>// begin: name</c> and <c>// end: name</c> in the example files, without indentation.</summary>
    /// <remarks>The quick start is a separate program. The package tests compile and run the text of the page.</remarks>
    public static Dictionary<string, string> OfExamples() => Repository.SourceFiles("tests/MediaMelon.SessionList.Tests/Examples")
        .Concat(Repository.SourceFiles("samples/QuickStart"))
        .SelectMany(file => Regions().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
        .ToDictionary(match => match.Groups["name"].Value, match => Dedent(match.Groups["code"].Value));

    private static string Dedent(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.TrimEnd()));
    }

    [GeneratedRegex(@"^[ ]*// begin: (?<name>[a-z-]+)\n(?<code>.*?)^[ ]*// end: \k<name>\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Regions();
}
