namespace MediaMelon.SessionList.WireTests.Faults;

public sealed class ErrorsPageTests
{
    [Fact]
    public void ErrorsPage_fault_table_matches_the_tested_faults()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "errors.md")).ReplaceLineEndings("\n");

        Assert.Contains($"\n\n{FaultMatrix.ToMarkdown()}\n", page, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MediaMelon.SessionList.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No parent folder of the tests contains the solution.");

        return folder.FullName;
    }
}
