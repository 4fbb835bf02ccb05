using System.Diagnostics;
using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Sixty pages of a service that takes 50 ms for each.</summary>
internal static class Waiting
{
    private const int Pages = 60;
    private const int Delay = 50;

    public static async Task RunAsync(ServerProcess server)
    {
        var contenders = new Contenders(server.Address(wide: false, (Pages * 1000) - 1, Delay));
        await contenders.OursAsync(false, 8, _ => { });

        var a = await TimeAsync(() => contenders.StreamedAsync(HandContext.Default.HandPageNarrowRow, _ => { }));
        var one = await TimeAsync(() => contenders.OursAsync(false, 1, _ => { }));
        var eight = await TimeAsync(() => contenders.OursAsync(false, 8, _ => { }));
        var ideal = TimeSpan.FromMilliseconds(Delay * (1 + Math.Ceiling((Pages - 1) / 8.0)));

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Pages} pages at {Delay} ms: A {a.TotalSeconds:0.00} s; ours 1 at a time {one.TotalSeconds:0.00} s ({one / a:0.00} of A); 8 at a time {eight.TotalSeconds:0.00} s ({eight / ideal:0.00} of the ideal {ideal.TotalSeconds:0.00} s)"));
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> walk)
    {
        var watch = Stopwatch.StartNew();
        await walk();
        return watch.Elapsed;
    }
}
