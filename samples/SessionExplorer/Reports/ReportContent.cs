namespace SessionExplorer.Reports;

/// <summary>What a report tells.</summary>
internal sealed record ReportContent
{
    public required string Title { get; init; }

    /// <summary>Sentences above the findings.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    public required IReadOnlyList<ReportChart> Charts { get; init; }

    public required IReadOnlyList<string> WorstColumns { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> WorstRows { get; init; }

    /// <summary>The queries, each with its languages.</summary>
    public required IReadOnlyList<ReportQuery> Queries { get; init; }

    /// <summary>The command that finds the same.</summary>
    public required string Command { get; init; }

    /// <summary>Where the data come from, and when they were read.</summary>
    public required string Origin { get; init; }
}
