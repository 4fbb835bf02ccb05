using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>A page of the documentation: Markdown, or llms.txt, which is Markdown too.</summary>
internal sealed partial class Page
{
    private static readonly string[] Elsewhere = [".git", "bin", "obj", "artifacts", "TestResults", "StrykerOutput", "node_modules"];

    private Page(IReadOnlyList<Fence> fences, IReadOnlyList<string> prose, IReadOnlyList<string> snippets)
    {
        Fences = fences;
        Prose = prose;
        Snippets = snippets;
    }

    /// <summary>The pages of this repository, by their paths from its root.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith("llms.txt", StringComparison.Ordinal))
            .Where(path => !path.Split('/').Intersect(Elsewhere).Any())
            .Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<Fence> Fences { get; }

    /// <summary>The lines outside fenced code blocks.</summary>
    public IReadOnlyList<string> Prose { get; }

    /// <summary>The names in all comments <c>snippet: name</c>.</summary>
    public IReadOnlyList<string> Snippets { get; }

    /// <summary>The targets of links with <c>#</c> on GitHub: headings in lower case, with hyphens for blanks.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var heading in Prose.Select(line => Headings().Match(line)).Where(heading => heading.Success))
            {
                var text = LinkTexts().Replace(heading.Groups["text"].Value, "$1").Trim().ToLowerInvariant();
                var slug = NotInAnchors().Replace(text, "").Replace(' ', '-');
                for (var (anchor, number) = (slug, 1); !anchors.Add(anchor); number++)
                    anchor = $"{slug}-{number}";
            }

            return anchors;
        }
    }

    /// <summary>The targets of all links, pictures included.</summary>
    public IEnumerable<string> Links => Prose
        .SelectMany(line => Targets().Matches(CodeSpans().Replace(line, "x")))
        .Select(link => link.Groups["target"].Value);

    public static Page Read(string path) => Parse(Repository.Read(path));

    public static Page Parse(string text)
    {
        var (fences, prose, snippets) = (new List<Fence>(), new List<string>(), new List<string>());
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var opening = Openings().Match(lines[at]);
            if (!opening.Success)
            {
                prose.Add(lines[at]);
                if (Marks().Match(lines[at]) is { Success: true } mark)
                    snippets.Add(mark.Groups["name"].Value);

                continue;
            }

            var (marks, code) = (opening.Groups["marks"].Value, "");
            while (++at < lines.Length && !Closes(lines[at].Trim(), marks))
                code += lines[at] + "\n";

            var above = prose.LastOrDefault(line => line.Trim().Length > 0) ?? "";
            fences.Add(new(opening.Groups["language"].Value, Marks().Match(above).Groups["name"].Value, code));
            prose.Add("a fence"); // separates the next fence from the comment above this one
        }

        return new(fences, prose, snippets);
    }

    private static bool Closes(string line, string marks) =>
        line.StartsWith(marks, StringComparison.Ordinal) && line.Trim(marks[0]).Length == 0;

    [GeneratedRegex(@"^\s*(?<marks>`{3,}|~{3,})\s*(?<language>[^\s`]*)")]
    private static partial Regex Openings();

    [GeneratedRegex(@"^\s*<!--\s*snippet:\s*(?<name>[a-z-]+)\s*-->\s*$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.*?)\s*#*$")]
    private static partial Regex Headings();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex LinkTexts();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeSpans();

    [GeneratedRegex(
        @"\]\(\s*<?(?<target>[^)\s>]+)>?(?:\s+""[^""]*"")?\s*\)|^\s*\[[^\]]+\]:\s*<?(?<target>[^\s>]+)|(?:href|src)=""(?<target>[^""]+)""")]
    private static partial Regex Targets();
}
