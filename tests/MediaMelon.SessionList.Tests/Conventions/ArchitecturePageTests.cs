using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

/// <summary>docs/architecture.md describes the source as it is.</summary>
public sealed partial class ArchitecturePageTests
{
    public static TheoryData<string> Ways { get; } = new(
        "A row, from the socket to a property",
        "A parameter, from the call to the URL",
        "A 429, from the response to the window",
        "An option, from appsettings.json to its use");

    [Fact]
    public void Table_of_folders_has_the_order_that_the_direction_test_checks()
    {
        var folders = FolderNames().Matches(Repository.Read("docs", "architecture.md"))
            .Select(match => match.Groups[1].Value.Trim('`'))
            .Select(name => name == "(root)" ? "" : name);

        Assert.Equal(FolderDirection.Order, folders);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Files_of_a_way_exist(string way)
    {
        var files = Repository.Table("architecture.md", way).Select(row => row[0]).ToList();

        Assert.True(files.Count > 3, "The table is missing.");
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src/MediaMelon.SessionList", file)), file));
    }

    [GeneratedRegex("""^\| (`[A-Za-z]+`|\(root\)) \|""", RegexOptions.Multiline)]
    private static partial Regex FolderNames();
}
