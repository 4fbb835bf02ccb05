using System.Diagnostics;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>The cost of one listing.</summary>
internal sealed record Measured(long Rows, TimeSpan Time, TimeSpan Processor, long Allocated, long Check)
{
    public double RowsPerSecond => Rows / Time.TotalSeconds;

    public double ProcessorPerRow => Processor.TotalNanoseconds / Rows;

    public double AllocatedPerRow => (double)Allocated / Rows;

    /// <param name="list">Reads the listing and passes a number of each row to the delegate. All contenders must pass the same numbers.</param>
    public static async Task<Measured> RunAsync(Func<Action<long>, Task> list)
    {
        long rows = 0, check = 0;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        await list(number =>
        {
            rows++;
            check = unchecked((check * 31) + number);
        });

        var time = watch.Elapsed;
        process.Refresh();
        return new(rows, time, process.TotalProcessorTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated, check);
    }
}
