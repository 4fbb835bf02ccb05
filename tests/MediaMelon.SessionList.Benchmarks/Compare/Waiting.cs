using System.Diagnostics;
using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Lists sixty pages of a service with a latency of 50 ms.</summary>
internal static class Waiting
{
    private const int Pages = 60;
    private const int Delay = 50;
    private const int Rounds = 3;

    public static async Task RunAsync(ServerProcess server)
    {
        var contenders = new Contenders(server.Address(wide: false, (Pages * 1000) - 1, Delay));
        List<double> a = [], one = [], eight = [];
        await contenders.OursAsync(false, 8, _ => { }); // the server creates a page at its first request
        for (var round = 0; round < Rounds; round++)
        {
            a.Add(await SecondsAsync(() => contenders.StreamedAsync(HandContext.Default.HandPageNarrowRow, _ => { })));
            one.Add(await SecondsAsync(() => contenders.OursAsync(false, 1, _ => { })));
            eight.Add(await SecondsAsync(() => contenders.OursAsync(false, 8, _ => { })));
        }

        var ideal = Delay * (1 + Math.Ceiling((Pages - 1) / 8.0)) / 1000;
        var (ofA, ofOne, ofEight) = (Comparison.Median(a), Comparison.Median(one), Comparison.Median(eight));

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Pages} pages at {Delay} ms: A {ofA:0.000} s; library, 1 in flight {ofOne:0.000} s ({ofOne / ofA:0.000} of A); library, 8 in flight {ofEight:0.000} s ({ofEight / ideal:0.00} of the ideal {ideal:0.00} s)"));
    }

    private static async Task<double> SecondsAsync(Func<Task> list)
    {
        var watch = Stopwatch.StartNew();
        await list();
        return watch.Elapsed.TotalSeconds;
    }
}
