using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The pieces of C# in the pages, and the pieces of the examples that they must equal.</summary>
internal static partial class Snippets
{
    /// <summary>The C# fences of a page, by the name in the comment above each; a fence without a name has the empty one.</summary>
    public static IEnumerable<(string Name, string Code)> OfPage(string text) =>
        Fences().Matches(text).Select(match => (match.Groups["name"].Value, match.Groups["code"].Value));

    /// <summary>The pieces between <c>// begin: name</c> and <c>// end: name</c> in the example files, without their indentation.</summary>
    public static Dictionary<string, string> OfExamples() => Repository.SourceFiles("tests/MediaMelon.SessionList.Tests/Examples")
        .SelectMany(file => Regions().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
        .ToDictionary(match => match.Groups["name"].Value, match => Dedent(match.Groups["code"].Value));

    private static string Dedent(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.TrimEnd()));
    }

    [GeneratedRegex(@"(?:<!-- snippet: (?<name>[a-z-]+) -->\n+)?```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^[ ]*// begin: (?<name>[a-z-]+)\n(?<code>.*?)^[ ]*// end: \k<name>\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Regions();
}
