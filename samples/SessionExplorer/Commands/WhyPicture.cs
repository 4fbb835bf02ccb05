using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using SessionExplorer.RootCause;

namespace SessionExplorer.Commands;

/// <summary>Writes the findings: sentences for people, one row per finding for programs.</summary>
internal sealed class WhyPicture(Examination examination)
{
    private static readonly ResultColumn[] Columns =
    [
        new("rank", "Rank", ColumnKind.Count),
        new("segment", "Segment", ColumnKind.Text),
        new("sentence", "Sentence", ColumnKind.Text),
        new("sessions", "Sessions", ColumnKind.Count),
        new("bad_sessions", "Bad", ColumnKind.Count),
        new("rate_percentage", "Rate", ColumnKind.Number, "%"),
        new("rest_rate_percentage", "Rest", ColumnKind.Number, "%"),
        new("explained_percentage", "Explained", ColumnKind.Number, "%"),
        new("without_ranks", "Without", ColumnKind.Text),
        new("p_value", "p", ColumnKind.Number),
        new("segments_examined", "Examined", ColumnKind.Count),
        new("list_command", "Command", ColumnKind.Text),
        new("session_ids", "Sessions", ColumnKind.Text),
        new("metric", "Metric", ColumnKind.Text),
        new("limit", "Limit", ColumnKind.Number),
        new("limit_origin", "Origin", ColumnKind.Text),
        new("all_sessions", "All", ColumnKind.Count),
        new("all_bad_sessions", "All bad", ColumnKind.Count),
    ];

    private SearchResult Result => examination.Result;

    public async Task WriteAsync(Screen screen, OutputFormat format, IResultWriter writer, CancellationToken cancellationToken)
    {
        if (screen.IsTerminal && format == OutputFormat.Table)
        {
            foreach (var line in Lines())
                screen.Lines(line);

            return;
        }

        await writer.WriteAsync(new(Columns, Rows().ToAsyncEnumerable()), cancellationToken);
        if (Result.Findings.Count == 0)
            await Console.Error.WriteLineAsync(FindingText.Nothing(Result));
    }

    /// <summary>The lines of the screen. The terminal wraps them, so that a sentence is copied as one line.</summary>
    public IEnumerable<string> Lines()
    {
        yield return WhySummary.Format(examination);
        if (Result.Findings.Count == 0)
            yield return FindingText.Nothing(Result);

        for (var index = 0; index < Result.Findings.Count; index++)
        {
            var finding = Result.Findings[index];
            yield return "";
            yield return string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {examination.Sentence(finding)}");
            if (examination.Command(finding) is { } command)
                yield return $"   {command}";

            yield return $"   {string.Join(' ', examination.Ids(finding).Select(SegmentText.OneLine))}";
        }
    }

    private IEnumerable<object?[]> Rows() =>
        Result.Findings.Select((finding, index) => new object?[]
        {
            index + 1L,
            examination.Segment(finding),
            examination.Sentence(finding),
            (long)finding.Inside.Sessions,
            (long)finding.Inside.Bad,
            finding.Inside.Rate * 100,
            finding.Rest.Rate * 100,
            finding.Explained * 100,
            string.Join(' ', finding.Without),
            finding.P,
            (long)finding.Looks,
            examination.Command(finding),
            string.Join(' ', examination.Ids(finding)),
            examination.Rule.Measure.IsFailedStart ? Measure.FailedStartsName : examination.Rule.Measure.Column.Name,
            examination.Rule.Limit,
            examination.Rule.Origin,
            (long)Result.All.Sessions,
            (long)Result.All.Bad,
        });
}
