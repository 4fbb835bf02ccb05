using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Measures the time from process start to the first session, in a new process each time.</summary>
internal static class Startup
{
    private const int Rounds = 15;

    private static readonly (string Mode, string Name)[] All = [("a", "A hand-written"), ("s", "S hand-written stack"), ("ours", "library")];

    public static async Task RunAsync()
    {
        using var server = await ServerProcess.StartAsync();
        await RunAsync(server);
    }

    public static async Task RunAsync(ServerProcess server)
    {
        var address = server.Address(wide: false, 2000);
        var results = All.ToDictionary(contender => contender.Mode, _ => new List<First>());
        for (var round = -1; round < Rounds; round++) // the server creates a page at its first request
        {
            foreach (var (mode, _) in All)
            {
                var first = await StartAsync(mode, address);
                if (round >= 0)
                    results[mode].Add(first);
            }
        }

        Console.WriteLine();
        Console.WriteLine("first session            from process start (min..max)   vs A   from Main vs A   processor time vs A   methods compiled");
        foreach (var (mode, name) in All)
        {
            var (process, main, processor, methods) = Medians(results[mode]);
            var a = Medians(results["a"]);
            var range = string.Create(
                CultureInfo.InvariantCulture,
                $"{process:0} ms ({results[mode].Min(one => one.FromProcess):0}..{results[mode].Max(one => one.FromProcess):0})");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-24} {range,-30} {process / a.FromProcess:0.00}   {main,6:0} ms {main / a.FromMain:0.00}   {processor,6:0} ms {processor / a.Processor:0.00}   {methods,6:0}"));
        }
    }

    /// <summary>Runs in the child process. Prints the milliseconds since Main, the processor time, and the number of compiled methods.</summary>
    public static async Task FirstAsync(string contender, Uri address, long mainTimestamp)
    {
        await ListAsync(contender, address);

        var elapsed = Stopwatch.GetElapsedTime(mainTimestamp).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed} {Environment.CpuUsage.TotalTime.TotalMilliseconds} {JitInfo.GetCompiledMethodCount()}"));
    }

    /// <summary>Reads the first session.</summary>
    public static async Task ListAsync(string contender, Uri address)
    {
        var contenders = new Contenders(address);
        switch (contender)
        {
            case "a":
                await contenders.FirstPageAsync(HandContext.Default.HandPageNarrowRow);
                break;
            case "s":
                await contenders.StackFirstPageAsync();
                break;
            default:
                using (var client = contenders.Client(1))
                {
                    await foreach (var _ in client.ListSessionsAsync(Contenders.Query(wide: false)))
                        break;
                }

                break;
        }
    }

    private static async Task<First> StartAsync(string mode, Uri address)
    {
        var start = Stopwatch.GetTimestamp();
        using var child = ChildProcess.Start(["first", mode, address.ToString()]);
        var text = await child.ReadLineAsync();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var parts = text.Split(' ');
        return new(elapsed, Number(0), Number(1), Number(2));

        double Number(int part) => double.Parse(parts[part], CultureInfo.InvariantCulture);
    }

    private static First Medians(List<First> list) => new(
        Comparison.Median(list.Select(one => one.FromProcess)),
        Comparison.Median(list.Select(one => one.FromMain)),
        Comparison.Median(list.Select(one => one.Processor)),
        Comparison.Median(list.Select(one => one.Methods)));

    private sealed record First(double FromProcess, double FromMain, double Processor, double Methods);
}
