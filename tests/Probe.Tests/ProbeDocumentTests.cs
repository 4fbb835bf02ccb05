using System.Reflection;
using SessionExplorer.Probe;

namespace Probe.Tests;

public sealed class ProbeDocumentTests
{
    private static readonly string Root = typeof(ProbeDocumentTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Checks { get; } = [.. ProbeCheck.All.Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Documentation_contains_each_probe_check(string check)
    {
        Assert.Contains($"| `{check}` | {ProbeCheck.Question(check).Replace("|", "\\|", StringComparison.Ordinal)} |",
            Read("docs/probe.md"));
        Assert.Contains($"`{check}`", Read("docs/vendor-notes.md"));
    }

    [Fact]
    public void ProbePlan_each_check_belongs_to_one_step() => Assert.Equal(
        ProbeCheck.All.Select(check => check.Id).Order(StringComparer.Ordinal),
        ProbePlan.Steps.SelectMany(step => step.Checks).Order(StringComparer.Ordinal));

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));
}
