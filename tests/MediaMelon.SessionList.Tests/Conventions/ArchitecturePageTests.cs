using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

/// <summary>Compares docs/architecture.md with the source.</summary>
public sealed partial class ArchitecturePageTests
{
    public static TheoryData<string> Ways { get; } = new(
        "A row, from the socket to a property",
        "A parameter, from the call to the URL",
        "A 429, from the response to the window",
        "An option, from appsettings.json to its use");

    [Fact]
    public void Architecture_page_lists_the_folders_in_dependency_order()
    {
        var folders = FolderNames().Matches(Repository.Read("docs", "architecture.md"))
            .Select(match => match.Groups[1].Value.Trim('`'))
            .Select(name => name == "(root)" ? "" : name);

        Assert.Equal(FolderDirection.Order, folders);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Architecture_page_names_only_existing_files(string way)
    {
        var files = Repository.Table("architecture.md", way).Select(row => row[0]).ToList();

        Assert.True(files.Count > 3, "The table is missing.");
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src/MediaMelon.SessionList", file)), file));
    }

    [GeneratedRegex("""^\| (`[A-Za-z]+`|\(root\)) \|""", RegexOptions.Multiline)]
    private static partial Regex FolderNames();
}
