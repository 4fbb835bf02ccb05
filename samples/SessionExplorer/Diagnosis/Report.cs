using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Diagnosis;

/// <summary>Writes findings as lines for people, or as rows for programs.</summary>
internal static class Report
{
    private const int LabelWidth = 4;
    private const int Margin = 17;

    public static async Task WriteAsync(
        IReadOnlyList<Finding> findings,
        Screen screen,
        OutputFormat format,
        IResultWriter writer,
        CancellationToken cancellationToken)
    {
        if (format != OutputFormat.Table)
        {
            await writer.WriteAsync(ToResult(findings), cancellationToken);
            return;
        }

        foreach (var finding in findings)
        {
            screen.Labelled(finding.IsGood ? "ok" : "FAIL", finding.IsGood, $"  {finding.Check,-10} {finding.Found}", Margin);
            if (finding.Advice.Length > 0)
                screen.Labelled("", finding.IsGood, new string(' ', Margin - LabelWidth) + finding.Advice, Margin);
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
