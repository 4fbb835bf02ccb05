using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Runs the contenders in turn against one server, each in a process of its own, and prints ratios to A.</summary>
internal static class Comparison
{
    private const int Rows = 200_000;
    private const int Rounds = 7;

    private static readonly (string Name, string Title)[] Names =
    [
        ("a", "A hand-written, streamed"),
        ("b", "B hand-written, buffered"),
        ("c", "C Refit, prefetched"),
        ("ours", "library, 1 in flight"),
        ("ours8", "library, 8 in flight"),
    ];

    /// <summary>
    /// The rounds before the measurement, until the just-in-time compiler has optimized all contenders.
    /// </summary>
    private const int WarmUps = 30;

    public static async Task RunAsync()
    {
        using var server = await ServerProcess.StartAsync();
        Console.WriteLine(FormattableString.Invariant($"{Environment.ProcessorCount} cores, {Environment.Version}, {Rows:N0} rows of each shape, {Rounds} rounds, 1,000 rows per page"));

        foreach (var hostile in new[] { false, true })
        {
            foreach (var wide in new[] { false, true })
                await CompareAsync(server.Address(wide, Rows, hostile: hostile), wide, hostile);
        }

        await Waiting.RunAsync(server);
        await Memory.RunAsync(server);
        QueryBuilding.Run();
        await Startup.RunAsync(server);
    }

    private static async Task CompareAsync(Uri address, bool wide, bool hostile)
    {
        var contenders = Names.Select(one => (one.Title, Process: ContenderProcess.Start(one.Name, wide, address))).ToList();
        var results = contenders.ToDictionary(one => one.Title, _ => new List<Measured>());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var (title, process) in contenders)
            {
                var measured = await process.MeasureAsync();
                if (round >= 0)
                    results[title].Add(measured);
            }
        }

        contenders.ForEach(one => one.Process.Dispose());
        var checks = results.Values.SelectMany(rounds => rounds).Select(measured => (measured.Rows, measured.Check)).Distinct().ToList();
        if (checks.Count != 1)
            throw new InvalidOperationException("The contenders read different data.");

        Print($"{(hostile ? "hostile" : "realistic")}, {(wide ? "24 columns" : "7 columns")}", results, (await Kept.AAsync(address, wide), await Kept.OursAsync(address, wide)));
    }

    private static void Print(string profile, Dictionary<string, List<Measured>> results, (double A, double Ours) kept)
    {
        var reference = results.Values.First();
        Console.WriteLine();
        Console.WriteLine($"{profile,-24} rows/s vs A (min..max)      cpu/row vs A   allocated/row vs A");
        foreach (var (name, list) in results)
        {
            var ratios = list.Zip(reference, (mine, a) => mine.RowsPerSecond / a.RowsPerSecond).Order().ToList();
            var processor = Median(list.Zip(reference, (mine, a) => mine.ProcessorPerRow / a.ProcessorPerRow));
            var allocated = Median(list.Zip(reference, (mine, a) => mine.AllocatedPerRow / a.AllocatedPerRow));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-24} {Median(ratios),5:0.00} ({ratios[0]:0.00}..{ratios[^1]:0.00}) {Median(list.Select(one => one.RowsPerSecond)),10:N0}/s   {processor,5:0.00}  {allocated,12:0.00} ({Median(list.Select(one => one.AllocatedPerRow)):0} B)"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"retained per row in a list   A {kept.A:0} B, library {kept.Ours:0} B: {kept.Ours / kept.A:0.00}"));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
