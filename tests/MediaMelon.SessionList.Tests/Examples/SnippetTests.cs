using MediaMelon.SessionList.Tests.Conventions.Documents;

namespace MediaMelon.SessionList.Tests.Examples;

public sealed class SnippetTests
{
    private static readonly Dictionary<string, string> Known = new() { ["known"] = "Run();\n" };

    public static TheoryData<string> Paths { get; } = [.. Page.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Documentation_code_equals_a_tested_snippet(string path) =>
        Assert.Empty(Snippets.Problems(Page.Read(path), Snippets.OfExamples()));

    [Fact]
    public void Snippet_of_the_examples_is_used_by_a_page() =>
        Assert.Empty(Snippets.OfExamples().Keys.Except(Page.Paths.SelectMany(path => Page.Read(path).Snippets)));

    [Fact]
    public void Documentation_pages_contain_code()
    {
        Assert.InRange(Page.Read("README.md").Fences.Count(fence => fence.IsCSharp), 10, 30);
        Assert.Contains(Page.Read("llms.txt").Fences, fence => fence.IsCSharp);
    }

    [Theory]
    [InlineData("```csharp\nRun();\n```")]
    [InlineData("```C#\nRun();\n```")]
    [InlineData("  ~~~cs\n  Run();\n  ~~~")]
    [InlineData("```\nRun();\n```")]
    [InlineData("```java\nRun();\n```")]
    [InlineData("<!-- snippet: known -->\n```csharp\nRun(1);\n```")]
    [InlineData("<!-- snippet: unknown -->\n```csharp\nRun();\n```")]
    [InlineData("<!-- snippet: known -->\n```json\n{}\n```")]
    [InlineData("<!-- snippet: known -->\nText.\n")]
    [InlineData("<!-- snippet: known -->\n```csharp\nRun();\n```and text")]
    [InlineData("<!-- snippet: known -->\n```csharp\nRun();\n```\n```csharp\nRun();\n```")]
    public void Untested_code_is_reported(string text) => Assert.NotEmpty(Snippets.Problems(Page.Parse(text), Known));

    [Theory]
    [InlineData("<!-- snippet: known -->\n```csharp\nRun();\n```")]
    [InlineData("<!-- snippet: known -->\n\n```csharp\nRun();\n```\n")]
    [InlineData("````text\n```csharp\n````")]
    [InlineData("```json\n{}\n```")]
    public void Tested_code_is_not_reported(string text) => Assert.Empty(Snippets.Problems(Page.Parse(text), Known));
}
