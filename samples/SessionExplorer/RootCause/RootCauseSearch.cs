namespace SessionExplorer.RootCause;

/// <summary>Finds the segments that explain the bad sessions, one after another.</summary>
internal sealed class RootCauseSearch(SearchSettings settings)
{
    private const int MaxExamples = 5;

    /// <summary>Searches, and takes examples from the sample of the frame.</summary>
    public SearchResult Run(Frame frame, Sample sample, bool isWorstWhenLow)
    {
        var result = Run(frame);
        return result with
        {
            Findings = [.. result.Findings.Select(finding => finding with
            {
                Examples = [.. Worst(frame.Where(finding.Segment, isInside: true), sample.Measures, isWorstWhenLow)],
            })],
        };
    }

    /// <summary>After each finding, searches again without its sessions, so that correlated values disappear.</summary>
    public SearchResult Run(Frame frame)
    {
        var separated = new List<Finding>();
        var (rest, looks) = (frame, 0);
        while (separated.Count < settings.MaxFindings)
        {
            var round = new SearchRound(rest, frame.All.Bad, settings);
            var found = round.Run();
            if (separated.Count == 0)
                looks = round.Looks;
            if (found is null)
                break;

            separated.Add(new(found.Segment, found.Inside, found.Rest, found.Excess / frame.All.Bad, found.P, round.Looks));
            rest = rest.Where(found.Segment, isInside: false);
        }

        return new(frame.All, Rank(separated), looks, Detectability.Compute(frame.All, looks, settings));
    }

    private static List<Finding> Rank(List<Finding> separated)
    {
        List<Finding> ranked = [.. separated.OrderByDescending(finding => finding.Explained)];
        return [.. ranked.Select(finding => finding with
        {
            Without = [.. separated.TakeWhile(other => other != finding).Select(other => ranked.IndexOf(other) + 1).Order()],
        })];
    }

    private static IEnumerable<int> Worst(Frame inside, IReadOnlyList<double> measures, bool isWorstWhenLow)
    {
        var bad = Enumerable.Range(0, inside.Count).Where(index => inside.IsBad[index]).Select(index => inside.Rows[index]);
        var ordered = isWorstWhenLow ? bad.OrderBy(row => measures[row]) : bad.OrderByDescending(row => measures[row]);
        return ordered.ThenBy(row => row).Take(MaxExamples);
    }
}
