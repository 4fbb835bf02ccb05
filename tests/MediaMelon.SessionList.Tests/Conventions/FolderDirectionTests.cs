using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

public sealed class FolderDirectionTests
{
    private const string Source = "src/MediaMelon.SessionList";

    [Fact]
    public void A_folder_names_no_type_of_a_folder_further_down() => Assert.Empty(FolderDirection.Offences(Files()));

    [Fact]
    public void A_planted_offence_is_found()
    {
        const string offence = """
            namespace MediaMelon.SessionList.Query;

            internal static class Offence
            {
                public static SessionPage? Page => null;
            }
            """;
        const string page = "namespace MediaMelon.SessionList; public sealed class SessionPage;";

        var found = Assert.Single(FolderDirection.Offences([("Query", offence), ("Sessions", page)]));
        Assert.Contains("Query names SessionPage of Sessions", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.Equal(FolderDirection.Order.Order(), Files().Select(file => file.Folder).Distinct().Order());

    private static List<(string Folder, string Text)> Files() =>
    [
        .. Repository.SourceFiles(Source).Select(file =>
            (Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, Source), file))!, File.ReadAllText(file))),
        ("Options", "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;"),
    ];
}
