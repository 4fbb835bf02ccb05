using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Diagnosis;

/// <summary>Findings as lines for people, or rows for programs.</summary>
internal static class Report
{
    public static async Task WriteAsync(
        IReadOnlyList<Finding> findings,
        Screen screen,
        OutputFormat format,
        CancellationToken cancellationToken)
    {
        if (format != OutputFormat.Table)
        {
            await screen.Writer(format).WriteAsync(ToResult(findings), cancellationToken);
            return;
        }

        foreach (var finding in findings)
        {
            screen.Text($"{(finding.IsGood ? "ok  " : "FAIL")}  {finding.Check,-10} {finding.Found}");
            if (finding.Advice.Length > 0)
                screen.Text($"                 {finding.Advice}");
        }
    }

    private static Result ToResult(IReadOnlyList<Finding> findings) =>
        new(
            [
                new("check", "Check", ColumnKind.Text),
                new("ok", "OK", ColumnKind.Flag),
                new("found", "Found", ColumnKind.Text),
                new("advice", "Advice", ColumnKind.Text),
            ],
            findings
                .Select(finding => new object?[] { finding.Check, finding.IsGood, finding.Found, finding.Advice })
                .ToAsyncEnumerable());
}
