namespace SessionExplorer.Reports;

/// <summary>The content of a report.</summary>
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

    /// <summary>The command that reproduces the result.</summary>
    public required string Command { get; init; }

    /// <summary>The source of the data, and when they were read.</summary>
    public required string Origin { get; init; }
}
