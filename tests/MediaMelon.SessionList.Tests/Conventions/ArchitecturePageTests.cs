using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaMelon.SessionList.Tests.Conventions;

/// <summary>Compares docs/architecture.md with the source.</summary>
public sealed partial class ArchitecturePageTests
{
    private const string Source = "src/MediaMelon.SessionList";

    public static TheoryData<string> Ways { get; } = new(
        "A row, from the response to a property",
        "A parameter, from the page request to the URL",
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

    [Fact]
    public void Architecture_page_names_only_existing_files()
    {
        var files = FileNames().Matches(Repository.Read("docs", "architecture.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, Source, file)), file));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Architecture_page_way_follows_references_between_files(string way)
    {
        var files = Repository.Table("architecture.md", way)
            .Select(row => (File: row[0], Text: Repository.Read(Source, row[0])))
            .ToList();

        Assert.True(files.Count > 3, "The table is missing.");
        Assert.Empty(StepsWithoutReference(files));
    }

    [Fact]
    public void Way_check_reports_a_step_without_a_reference_in_code()
    {
        var found = Assert.Single(StepsWithoutReference(
        [
            ("A/First.cs", "class First { Second Next => new(); }"),
            ("A/Second.cs", "/// <see cref=\"Third\"/>\nclass Second { string Text => \"Third\"; ThirdPart Part => new(); } // Third"),
            ("B/Third.Part.cs", "partial class Third { Second Second => new(); }"),
        ]));

        Assert.Equal("A/Second.cs does not refer to Third.", found);
    }

    [Fact]
    public void Way_check_accepts_a_reference_to_a_partial_type() =>
        Assert.Empty(StepsWithoutReference(
        [
            ("A/First.cs", "class First { Third Next => new(); }"),
            ("B/Third.Part.cs", "partial class Third { }"),
        ]));

    /// <summary>The steps whose file does not use the type of the next file. Comments do not count.</summary>
    private static List<string> StepsWithoutReference(List<(string File, string Text)> way) =>
    [
        .. way.Zip(way.Skip(1))
            .Where(step => !Identifiers(step.First.Text).Contains(TypeName(step.Second.File)))
            .Select(step => $"{step.First.File} does not refer to {TypeName(step.Second.File)}."),
    ];

    /// <summary>The type of a file. The file of a partial type has a suffix, such as SessionQuery.Rows.cs.</summary>
    private static string TypeName(string file) => Path.GetFileName(file).Split('.')[0];

    private static IEnumerable<string> Identifiers(string text) => CSharpSyntaxTree.ParseText(text).GetRoot()
        .DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
        .Select(token => token.ValueText);

    [GeneratedRegex("""^\| (`[A-Za-z]+`|\(root\)) \|""", RegexOptions.Multiline)]
    private static partial Regex FolderNames();

    [GeneratedRegex("""`((?:[A-Za-z]+/)?[A-Za-z.]+\.cs)`""")]
    private static partial Regex FileNames();
}
