using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace RootCause.Tests;

/// <summary>Counts how often incidents are found. If all were measured, it writes the table of the documentation.</summary>
public sealed class Measurements : IDisposable
{
    private const string Begin = "<!-- measured: incidents -->\n";
    private const string End = "<!-- /measured -->";

    private static readonly string? Variable = Environment.GetEnvironmentVariable("ROOT_CAUSE_SEEDS");

    private readonly ConcurrentDictionary<string, int> _found = [];

    public static int Seeds { get; } = int.Parse(Variable ?? "4", CultureInfo.InvariantCulture);

    /// <summary>The first seed. Other seeds than those of the documented table check that the search does not fit them only.</summary>
    public static int FirstSeed { get; } =
        int.Parse(Environment.GetEnvironmentVariable("ROOT_CAUSE_FIRST_SEED") ?? "1", CultureInfo.InvariantCulture);

    public void Add(string incident, int found)
    {
        _found[incident] = found;
        if (Variable is not null)
            Console.Error.WriteLine(FormattableString.Invariant($"{found} of {Seeds}, seeds from {FirstSeed}: {incident}"));
    }

    public void Dispose()
    {
        // The table has at least 100 seeds from 1.
        if (Seeds < 100 || FirstSeed != 1 || _found.Count < Incident.All.Count)
            return;

        var page = typeof(Measurements).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "Documentation").Value!;
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
                $"| {incident.Name} | {_found[incident.Name]} of {Seeds} | "
                    + $"{(incident.MustBeFound ? "at least 95" : "at most 5")} |\n");

        // The date of the measurement, from the local clock.
        return table
            .Append(CultureInfo.InvariantCulture, $"\nMeasured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}.\n\n")
            .ToString();
    }
}
