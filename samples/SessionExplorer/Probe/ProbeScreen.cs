using SessionExplorer.Output;

namespace SessionExplorer.Probe;

/// <summary>Writes the report for people.</summary>
internal static class ProbeScreen
{
    public static string Label(ProbeVerdict verdict) => verdict switch
    {
        ProbeVerdict.AsAssumed => "as assumed",
        ProbeVerdict.Differs => "different",
        _ => "not decided",
    };

    public static void Write(ProbeReport report, Screen screen)
    {
        foreach (var finding in report.Findings)
        {
            screen.Text($"{Label(finding.Verdict),-12} {finding.Check,-26} {finding.Found}");
            if (finding.Meaning.Length > 0)
                screen.Text($"{"",-39} {finding.Meaning}");
        }

        screen.Text("");
        screen.Text(
            $"{report.Count(ProbeVerdict.AsAssumed)} as assumed, {report.Count(ProbeVerdict.Differs)} different, "
            + $"{report.Count(ProbeVerdict.Unknown)} not decided; {report.Requests} requests.");
        foreach (var advice in report.Advice)
            screen.Text($"- {advice}");
    }
}
