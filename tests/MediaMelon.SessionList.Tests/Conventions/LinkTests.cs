using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_inside_the_repository_leads_somewhere()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(page => !page.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"));

        var broken = from page in pages
                     from Match link in Links().Matches(File.ReadAllText(page))
                     let target = link.Groups[1].Value.Split('#')[0]
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                     where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
                     select $"{Path.GetRelativePath(Repository.Root, page)}: {target}";

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"(?<!\!)\[[^\]\n]+\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
