using System.Globalization;
using SessionExplorer.Output;
using SessionExplorer.RootCause;

namespace SessionExplorer.Comparison;

/// <summary>Formats a change as one sentence for a ticket.</summary>
internal static class ChangeText
{
    public static string Format(ChangeFinding finding, PeriodComparison comparison)
    {
        var change = finding.Change;
        var what = finding.Kind == ChangeKind.Rate
            ? $"its bad rate went from {FindingText.Percent(change.Before.Rate)} to {FindingText.Percent(change.After.Rate)}"
            : $"its share of the sessions went from {FindingText.Percent(change.ShareBefore)} to "
                + $"{FindingText.Percent(change.ShareAfter)}, and {FindingText.Percent((change.Before + change.After).Rate)} "
                + $"of them are bad";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Segment(change)} ({(finding.Kind == ChangeKind.Rate ? "rate" : "mix")}): {what} "
                + $"({change.Before.Sessions:N0} and {change.After.Sessions:N0} sessions); "
                + $"effect on the bad rate of all: {Points(finding.Effect)}.");
    }

    public static string Summary(PeriodComparison comparison)
    {
        var (before, after) = (comparison.Before, comparison.After);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Capital(comparison.Rule.Text)}: "
                + $"{FindingText.Percent(before.Counts.Rate)} of {before.Counts.Sessions:N0} sessions before, "
                + $"{FindingText.Percent(after.Counts.Rate)} of {after.Counts.Sessions:N0} after: {Points(comparison.Change)}"
                + $"{(comparison.P < 0.01 ? "" : ", which may be chance")} (limit: {comparison.Rule.Origin}).");
    }

    public static string Empty(PeriodComparison comparison) =>
        (comparison.Before.Counts.Sessions, comparison.After.Counts.Sessions) switch
        {
            (0, 0) => "Neither period has sessions with this metric.",
            (0, _) => "The earlier period has no sessions with this metric, so there is nothing to compare with.",
            _ => "The later period has no sessions with this metric, so there is nothing to compare.",
        };

    public static string Nothing(PeriodComparison comparison) =>
        comparison.P < 0.01
            ? "No segment stands out: the rate changed alike everywhere."
            : "Nothing stands out: neither the bad rate nor a segment changed more than chance does.";

    public static string Points(double difference) =>
        (difference > 0 ? "+" : difference < 0 ? "-" : "")
        + HumanText.Number(Math.Abs(difference) * 100)
        + " percentage points";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
