using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Measures the memory that a listing of a million rows uses.</summary>
internal static class Memory
{
    private const int Rows = 1_000_000;

    public static async Task RunAsync(ServerProcess server)
    {
        var contenders = new Contenders(server.Address(wide: false, Rows));
        long count = 0, early = 0, late = 0;
        await contenders.OursAsync(false, 1, _ =>
        {
            count++;
            if (count == 100_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            else if (count == Rows)
                late = GC.GetTotalMemory(forceFullCollection: true);
        });

        var before = GC.GetTotalMemory(forceFullCollection: true);
        long max = 0;
        count = 0;
        await contenders.OursAsync(false, 8, _ =>
        {
            if (++count % 20_000 == 0)
                max = Math.Max(max, GC.GetTotalMemory(forceFullCollection: true) - before);
        });

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a million rows: the heap grows by {(late - early) / 1e6:0.00} MB from row 100,000 to the last row; with 8 concurrent requests the maximum is {max / 1e6:0.00} MB"));
    }
}
