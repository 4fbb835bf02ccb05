using System.Diagnostics;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>The cost of reading one listing.</summary>
public sealed record Measured(long Rows, TimeSpan Time, TimeSpan Processor, long Allocated, long Check)
{
    public double RowsPerSecond => Rows / Time.TotalSeconds;

    public double ProcessorPerRow => Processor.TotalNanoseconds / Rows;

    public double AllocatedPerRow => (double)Allocated / Rows;

    /// <param name="read">Reads the listing and passes a number made from each row: all contenders must read the same.</param>
    public static async Task<Measured> FromAsync(Func<Action<long>, Task> read)
    {
        long rows = 0, check = 0;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        await read(number =>
        {
            rows++;
            check = unchecked((check * 31) + number);
        });

        var time = watch.Elapsed;
        process.Refresh();
        return new(rows, time, process.TotalProcessorTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated, check);
    }
}
