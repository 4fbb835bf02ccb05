namespace MediaMelon.SessionList.WireTests.Faults;

public sealed class ErrorsPageTests
{
    [Fact]
    public void Docs_show_the_table_that_the_tests_run()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "errors.md")).ReplaceLineEndings("\n");

        Assert.Contains($"\n\n{FaultMatrix.ToMarkdown()}\n", page, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MediaMelon.SessionList.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is nowhere above the tests.");

        return folder.FullName;
    }
}
