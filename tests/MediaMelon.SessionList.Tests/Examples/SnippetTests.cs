using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Examples;

public sealed class SnippetTests
{
    public static TheoryData<string> Pages { get; } =
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_piece_of_code_in_a_page_is_one_that_the_tests_run(string page)
    {
        var examples = Snippets.OfExamples();

        Assert.All(Snippets.OfPage(Repository.Read(page)), snippet =>
        {
            Assert.True(examples.ContainsKey(snippet.Name), $"No example is called '{snippet.Name}': {snippet.Code}");
            Assert.Equal(examples[snippet.Name], snippet.Code);
        });
    }

    [Fact]
    public void The_front_page_has_code() => Assert.True(Snippets.OfPage(Repository.Read("README.md")).Count() > 5);
}
