using SessionExplorer.Explain;

namespace SessionExplorer.Reports;

/// <summary>A query of a report.</summary>
internal sealed record ReportQuery(string Heading, Explanation Explanation);
