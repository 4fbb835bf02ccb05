using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

public sealed class FolderDirectionTests
{
    private const string Source = "src/MediaMelon.SessionList";

    [Fact]
    public void Folder_uses_no_type_of_a_folder_later_in_dependency_order() => Assert.Empty(FolderDirection.Offences(Files()));

    [Fact]
    public void Folder_direction_check_reports_a_violation()
    {
        const string violation = """
            namespace MediaMelon.SessionList.Query;

            internal static class Violation
            {
                public static SessionPage? Page => null;
            }
            """;
        const string page = "namespace MediaMelon.SessionList; public sealed class SessionPage;";

        var found = Assert.Single(FolderDirection.Offences([("Query", violation), ("Sessions", page)]));
        Assert.Contains("Query uses SessionPage of Sessions", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_order_lists_every_source_folder() =>
        Assert.Equal(FolderDirection.Order.Order(), Files().Select(file => file.Folder).Distinct().Order());

    private static List<(string Folder, string Text)> Files() =>
    [
        .. Repository.SourceFiles(Source).Select(file =>
            (Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, Source), file))!, File.ReadAllText(file))),
        ("Options", "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;"),
    ];
}
