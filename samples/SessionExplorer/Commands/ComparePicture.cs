using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Comparison;
using SessionExplorer.Output;
using SessionExplorer.RootCause;

namespace SessionExplorer.Commands;

/// <summary>Compares two periods. People see the change, both distributions and the findings. Programs get one row for all
/// sessions, and one row for each value of each dimension.</summary>
internal sealed class ComparePicture(PeriodComparison comparison)
{
    private const int MaxSegments = 8;

    private static readonly ResultColumn[] Columns =
    [
        new("dimension", "Dimension", ColumnKind.Text),
        new("value", "Value", ColumnKind.Text),
        new("sessions_before", "Before", ColumnKind.Count),
        new("sessions_after", "After", ColumnKind.Count),
        new("bad_before", "Bad before", ColumnKind.Count),
        new("bad_after", "Bad after", ColumnKind.Count),
        new("rate_before_percentage", "Rate before", ColumnKind.Number, "%"),
        new("rate_after_percentage", "Rate after", ColumnKind.Number, "%"),
        new("rate_part_points", "Rate part", ColumnKind.Number),
        new("mix_part_points", "Mix part", ColumnKind.Number),
        new("change_points", "Change", ColumnKind.Number),
        new("median_before", "Median before", ColumnKind.Number),
        new("median_after", "Median after", ColumnKind.Number),
        new("p95_before", "p95 before", ColumnKind.Number),
        new("p95_after", "p95 after", ColumnKind.Number),
        new("finding_rank", "Rank", ColumnKind.Count),
        new("finding_kind", "Kind", ColumnKind.Text),
        new("finding_effect_points", "Effect", ColumnKind.Number),
        new("finding_sentence", "Sentence", ColumnKind.Text),
        new("p_value", "p", ColumnKind.Number),
    ];

    private static readonly ResultColumn[] TableColumns =
    [
        new("segment", "Segment", ColumnKind.Text),
        new("before", "Before", ColumnKind.Number) { CanBeCut = false },
        new("after", "After", ColumnKind.Number) { CanBeCut = false },
        new("rate", "Rate part", ColumnKind.Number) { CanBeCut = false },
        new("mix", "Mix part", ColumnKind.Number) { CanBeCut = false },
    ];

    public async Task WriteAsync(Screen screen, OutputFormat format, IResultWriter writer, CancellationToken cancellationToken)
    {
        if (screen.IsTerminal && format == OutputFormat.Table)
        {
            Draw(screen);
            return;
        }

        await writer.WriteAsync(new(Columns, Rows().ToAsyncEnumerable()), cancellationToken);
        if (comparison.IsEmpty)
            await Console.Error.WriteLineAsync(ChangeText.Empty(comparison));
        else if (comparison.Findings.Count == 0)
            await Console.Error.WriteLineAsync(ChangeText.Nothing(comparison));
    }

    private void Draw(Screen screen)
    {
        if (comparison.IsEmpty)
        {
            screen.Text(ChangeText.Empty(comparison));
            return;
        }

        screen.Text(ChangeText.Summary(comparison));
        screen.Text(
            $"Median {Amount(comparison.Before.Median)} before, {Amount(comparison.After.Median)} after; "
                + $"p95 {Amount(comparison.Before.P95)} before, {Amount(comparison.After.P95)} after.");
        screen.Text("");
        screen.Draw(DistributionChart.Draw(comparison, screen.Width, screen.Glyphs));

        screen.Text("");
        screen.Text("What contributes to the change of the bad rate, in percentage points:");
        var table = new FittedTable(TableColumns);
        foreach (var change in Largest())
            table.Add([
                comparison.Segment(change),
                FindingText.Percent(change.Before.Rate),
                FindingText.Percent(change.After.Rate),
                Signed(change.RatePart),
                Signed(change.MixPart),
            ]);
        screen.Draw(table);

        if (comparison.Findings.Count == 0)
            screen.Text(ChangeText.Nothing(comparison));
        for (var index = 0; index < comparison.Findings.Count; index++)
            screen.Text(string.Create(
                CultureInfo.InvariantCulture,
                $"{index + 1}. {ChangeText.Format(comparison.Findings[index], comparison)}"));
    }

    private IEnumerable<ValueChange> Largest() =>
        comparison.Changes.SelectMany(changes => changes)
            .OrderByDescending(change => Math.Abs(change.Contribution))
            .ThenBy(comparison.Segment, StringComparer.Ordinal)
            .Take(MaxSegments);

    private IEnumerable<object?[]> Rows()
    {
        var (before, after) = (comparison.Before, comparison.After);
        yield return
        [
            null, null,
            (long)before.Counts.Sessions, (long)after.Counts.Sessions,
            (long)before.Counts.Bad, (long)after.Counts.Bad,
            before.Counts.Rate * 100, after.Counts.Rate * 100,
            null, null, comparison.IsEmpty ? null : comparison.Change * 100,
            Round(before.Median), Round(after.Median), Round(before.P95), Round(after.P95),
            null, null, null, comparison.IsEmpty ? ChangeText.Empty(comparison) : ChangeText.Summary(comparison), comparison.P,
        ];
        if (comparison.IsEmpty)
            yield break;

        foreach (var change in comparison.Changes.SelectMany(changes => changes))
            yield return Row(change);
    }

    private object?[] Row(ValueChange change)
    {
        var dimension = comparison.Dimensions[change.Dimension];
        var rank = comparison.Findings.ToList().FindIndex(found =>
            found.Change.Dimension == change.Dimension && found.Change.Value == change.Value);
        var finding = rank < 0 ? null : comparison.Findings[rank];
        return
        [
            dimension.Name,
            change.Value < dimension.Count ? dimension[change.Value] : "(more values)",
            (long)change.Before.Sessions, (long)change.After.Sessions,
            (long)change.Before.Bad, (long)change.After.Bad,
            change.Before.Rate * 100, change.After.Rate * 100,
            change.RatePart * 100, change.MixPart * 100, change.Contribution * 100,
            null, null, null, null,
            finding is null ? null : rank + 1L,
            finding?.Kind.ToString().ToLowerInvariant(),
            finding?.Effect * 100,
            finding is null ? null : ChangeText.Format(finding, comparison),
            finding?.P,
        ];
    }

    private string Amount(double? value) =>
        value is { } number ? HumanText.WithUnit(HumanText.Number(number), comparison.Rule.Measure.Column.Unit) : "-";

    // Interpolation creates digits that were not measured.
    private static double? Round(double? value) => value is { } number ? Math.Round(number, 4) : null;

    private static string Signed(double share) => (share >= 0 ? "+" : "-") + HumanText.Number(Math.Abs(share) * 100);
}
