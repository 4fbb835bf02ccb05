using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>The text between the comments <c>table: name</c> and <c>/table</c> is generated from the code.</summary>
public sealed partial class TableTests
{
    private static readonly Dictionary<string, Func<string>> Tables = new()
    {
        ["metrics"] = () => ColumnTables.Catalogue(typeof(SessionMetrics)),
        ["dimensions"] = () => ColumnTables.Catalogue(typeof(SessionDimensions)),
        ["fields"] = () => ColumnTables.Catalogue(typeof(SessionFields)),
        ["other-columns"] = ColumnTables.Others,
        ["filters"] = QueryTables.Filters,
        ["steps"] = QueryTables.Steps,
        ["options"] = OptionTables.Client,
        ["paging-options"] = OptionTables.Paging,
    };

    public static TheoryData<string> Names { get; } = [.. Tables.Keys];

    /// <summary>Fails if a table differs from the code. UPDATE_SNAPSHOTS=1 writes the table again.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Documentation_table_matches_the_code(string name)
    {
        var table = $"\n{Tables[name]()}\n";
        var found = 0;
        foreach (var path in Page.Paths)
        {
            var text = Repository.Read(path);
            foreach (var place in Places().Matches(text).Where(place => place.Groups["name"].Value == name).Reverse())
            {
                found++;
                var (at, end) = (place.Groups["table"].Index, place.Groups["table"].Index + place.Groups["table"].Length);
                if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
                    File.WriteAllText(Path.Combine(Repository.Root, path), text[..at] + table + text[end..]);
                else
                    Assert.Equal(table, text[at..end]);
            }
        }

        Assert.Equal(1, found);
    }

    [Fact]
    public void Documentation_table_markers_are_all_known()
    {
        var text = string.Concat(Page.Paths.Select(path => Repository.Read(path)));

        Assert.Equal(Tables.Keys.Order(), Marks().Matches(text).Select(mark => mark.Groups["name"].Value).Order());
        Assert.Equal(Tables.Count, Places().Count(text));
    }

    [GeneratedRegex(@"^<!-- table: (?<name>[a-z-]+) -->\n(?<table>.*?)^<!-- /table -->$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Places();

    [GeneratedRegex(@"^\s*<!--\s*table:\s*(?<name>[^ ]*)\s*-->", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
