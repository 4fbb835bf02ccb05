using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Conventions.Documents;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The pieces of C# in the pages, and the pieces of the examples that they must equal.</summary>
internal static partial class Snippets
{
    // A fence that names none of these, or nothing at all, could be C# that no test sees.
    private static readonly HashSet<string> OtherLanguages = ["sh", "bash", "console", "json", "sql", "python", "yaml", "xml", "text", "fsharp", "vb"];

    /// <summary>What is wrong with the code of a page, a sentence each.</summary>
    public static IEnumerable<string> Problems(Page page, IReadOnlyDictionary<string, string> examples)
    {
        foreach (var fence in page.Fences)
        {
            if (!fence.IsCSharp)
            {
                if (!OtherLanguages.Contains(fence.Language))
                    yield return $"A fence in '{fence.Language}'; name its language: {fence.Code}";
                else if (fence.Snippet.Length > 0)
                    yield return $"'{fence.Snippet}' stands above a fence in {fence.Language}.";
            }
            else if (fence.Snippet.Length == 0)
            {
                yield return $"C# without the comment that names its example: {fence.Code}";
            }
            else if (!examples.TryGetValue(fence.Snippet, out var example))
            {
                yield return $"No example is called '{fence.Snippet}'.";
            }
            else if (example != fence.Code)
            {
                yield return $"'{fence.Snippet}' is not the example:\n{fence.Code}--- but\n{example}";
            }
        }

        foreach (var name in page.Snippets.Except(page.Fences.Select(fence => fence.Snippet)))
            yield return $"'{name}' stands above no fence.";
    }

    /// <summary>The pieces between <c>// begin: name</c> and <c>// end: name</c> in the example files, without their indentation.</summary>
    /// <remarks>The quick start is a program of its own: the tests of the packages compile and run the page's text itself.</remarks>
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
