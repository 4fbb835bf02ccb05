using MediaMelon.SessionList;

namespace SessionExplorer.RootCause;

/// <summary>The result of <c>why</c> for the sessions of a query.</summary>
internal sealed record Examination(
    SessionQuery Query,
    BadRule Rule,
    Sample Sample,
    Frame Frame,
    SearchResult Result)
{
    public static async Task<Examination> RunAsync(
        SampleReader reader,
        SessionQuery query,
        Measure measure,
        (double? Limit, bool IsBelow) limit,
        IAsyncEnumerable<VideoSession> sessions)
    {
        var sample = new Sample(reader.CreateDimensions());
        await reader.ReadAsync(sessions, sample);
        var rule = BadRule.Create(measure, limit.Limit, limit.IsBelow, sample.Measures);
        var frame = Frame.Create(sample, rule.IsBad, new(query.Period));
        return new(query, rule, sample, frame, new RootCauseSearch(new()).Run(frame, sample, rule.IsBelow));
    }

    public string Sentence(Finding finding) => FindingText.Format(finding, Frame, Rule);

    public string Segment(Finding finding) => SegmentText.Format(finding.Segment, Frame);

    public IEnumerable<string> Ids(Finding finding) => finding.Examples.Select(Sample.Id).OfType<string>();

    /// <summary>The command that lists the bad sessions of a finding.</summary>
    public string? Command(Finding finding) => Command(finding, Query);

    /// <summary>The command that lists the bad sessions of a finding, for a query that may be published.</summary>
    public string? Command(Finding finding, SessionQuery shown) =>
        new ListCommandText(Frame, Rule, shown).Format(finding.Segment);
}
