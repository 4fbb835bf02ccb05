using System.Globalization;
using SessionExplorer.Output;

namespace SessionExplorer.RootCause;

/// <summary>Formats a finding as one sentence for a ticket.</summary>
internal static class FindingText
{
    public static string Format(Finding finding, Frame frame, BadRule rule) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SegmentText.Format(finding.Segment, frame)}: {finding.Inside.Bad:N0} of {finding.Inside.Sessions:N0} sessions "
                + $"({Percent(finding.Inside.Rate)}) have {rule.Text}, compared with {Percent(finding.Rest.Rate)} of "
                + $"the others{Without(finding.Without)}; this explains {Percent(finding.Explained)} of the bad sessions.");

    /// <summary>Describes how large an effect would have been found.</summary>
    public static string Nothing(SearchResult result) =>
        result.All.Bad == 0 ? "No session is bad: nothing to explain."
        : result.Detectable is { } share
            ? $"Nothing stands out. An incident in a tenth of the sessions would have been found if it explained "
                + $"{Percent(share)} or more of the bad sessions."
        : "Nothing stands out, but there are too few sessions to find even a large incident: use a longer period.";

    public static string Percent(double share) => HumanText.Number(share * 100) + "%";

    private static string Without(IReadOnlyList<int> ranks) =>
        ranks.Count switch
        {
            0 => "",
            1 => $" (without the sessions of finding {ranks[0]})",
            _ => $" (without the sessions of findings {string.Join(", ", ranks.SkipLast(1))} and {ranks[^1]})",
        };
}
