using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

public sealed class LinkTests
{
    public static TheoryData<string> Paths { get; } = [.. Page.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Documentation_links_inside_the_repository_resolve(string path) =>
        Assert.Empty(Links.Broken(path, Page.Read(path), Find, target => Path.Exists(Path.Combine(Repository.Root, target))));

    [Fact]
    public void Documentation_pages_are_found()
    {
        Assert.Contains("README.md", Page.Paths);
        Assert.Contains("llms.txt", Page.Paths);
        Assert.Contains("docs/README.md", Page.Paths);
        Assert.Contains("samples/NightlyExport/README.md", Page.Paths);
    }

    [Fact]
    public void Documentation_index_lists_every_page() => Assert.Empty(Page.Paths
        .Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md")
        .Except(Page.Read("docs/README.md").Links.Select(link => $"docs/{link}")));

    [Theory]
    [InlineData("[a](missing.md)")]
    [InlineData("[a](../docs/../../README.md)")]
    [InlineData("[a](/README.md)")]
    [InlineData("[a](#no-such-heading)")]
    [InlineData("[a](other.md#no-such-heading)")]
    [InlineData("[a](Other.md)")]
    [InlineData("![a](missing.png \"a picture\")")]
    [InlineData("[a]: missing.md")]
    [InlineData("<img src=\"missing.png\">")]
    [InlineData("a `code` and [`code`](missing.md)")]
    public void Broken_link_is_reported(string line) => Assert.Single(Broken(line));

    [Theory]
    [InlineData("[a](other.md)")]
    [InlineData("[a](../docs/other.md#two-words)")]
    [InlineData("[a](#what-was-2-a_b-cs)")]
    [InlineData("[a](#twice) and [b](#twice-1)")]
    [InlineData("[a](https://example.org/missing#nowhere)")]
    [InlineData("`[a](missing.md)`")]
    [InlineData("```text\n[a](missing.md)\n```")]
    [InlineData("[a](other.md \"with a title\")")]
    public void Valid_link_is_not_reported(string line) => Assert.Empty(Broken(line));

    private static IEnumerable<string> Broken(string line)
    {
        var page = Page.Parse($"# Twice\n# Twice\n## What was 2: `a_b` ([c](other.md))s?\n\n{line}\n");
        var other = Page.Parse("## Two words\n");
        return Links.Broken("docs/page.md", page, path => path == "docs/other.md" ? other : page, path => path is "docs/other.md" or "docs/page.md");
    }

    private static Page? Find(string path) => Page.Paths.Contains(path) ? Page.Read(path) : null;
}
