using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace RootCause.Tests;

/// <summary>Collects how often incidents are found. The table of the documentation is written if all of them were measured.</summary>
public sealed class Measurements : IDisposable
{
    private const string Begin = "<!-- measured: incidents -->\n";
    private const string End = "<!-- /measured -->";

    private static readonly string? Variable = Environment.GetEnvironmentVariable("ROOT_CAUSE_SEEDS");

    private readonly ConcurrentDictionary<string, int> _found = [];

    public static int Seeds { get; } = int.Parse(Variable ?? "4", CultureInfo.InvariantCulture);

    public void Add(string incident, int found) => _found[incident] = found;

    public void Dispose()
    {
        // A table of fewer seeds would say less than the one that is there.
        if (Seeds < 100 || _found.Count < Incident.All.Count)
            return;

        var page = typeof(Measurements).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Documentation").Value!;
        var text = File.ReadAllText(page);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(page, text[..begin] + Table() + text[end..]);
    }

    private string Table()
    {
        var table = new StringBuilder("\n| incident | found at rank 1 | at least or at most |\n|---|---|---|\n");
        foreach (var incident in Incident.All)
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {incident.Name} | {_found[incident.Name]} of {Seeds} | {(incident.MustBeFound ? "at least 95" : "at most 5")} |\n");

        // The day of the measurement, on this machine's clock.
        return table.Append(CultureInfo.InvariantCulture, $"\nMeasured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}.\n\n").ToString();
    }
}
