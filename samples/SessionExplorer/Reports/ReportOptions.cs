using System.Globalization;
using SessionExplorer.Sources;

namespace SessionExplorer.Reports;

/// <summary>The options of a report.</summary>
/// <param name="WithSubscribers">Whether it shows subscriber ids.</param>
/// <param name="Dimensions">The examined dimensions, in the notation of options.</param>
/// <param name="Now">When the sessions were read.</param>
internal sealed record ReportOptions(bool WithSubscribers, IReadOnlyList<string> Dimensions, DateTimeOffset Now)
{
    public string Origin(SessionSource source) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(source.IsBuiltIn ? "Built-in data: generated sessions" : $"Customer {source.CustomerId}")}, "
                + $"read on {Now.UtcDateTime:yyyy-MM-dd HH:mm} UTC. "
                + $"{(WithSubscribers ? "This page shows subscriber ids." : "Subscriber ids are left out.")}");
}
