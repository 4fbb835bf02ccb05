namespace SessionExplorer.Reports;

/// <summary>A chart of a report.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Legend">The names of its series, in the order of their colors.</param>
/// <param name="Svg">The picture.</param>
internal sealed record ReportChart(string Heading, IReadOnlyList<string> Legend, string Svg);
