using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Measures the retained memory per row if all rows are in a list. Uses a new process without other allocations.</summary>
internal static class Kept
{
    public static Task<double> AAsync(Uri address, bool wide) => InChildAsync("a", address, wide);

    public static Task<double> OursAsync(Uri address, bool wide) => InChildAsync("ours", address, wide);

    /// <summary>Runs in the child process. Prints the bytes per row.</summary>
    public static async Task PrintAsync(bool ours, bool wide, Uri address)
    {
        var contenders = new Contenders(address);
        var bytes = (ours, wide) switch
        {
            (true, _) => await BytesAsync<VideoSession>(take => contenders.OursAsync(wide, 1, take)),
            (_, true) => await BytesAsync<WideRow>(take => contenders.StreamedAsync(HandContext.Default.HandPageWideRow, take)),
            _ => await BytesAsync<NarrowRow>(take => contenders.StreamedAsync(HandContext.Default.HandPageNarrowRow, take)),
        };
        Console.WriteLine(bytes.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<double> BytesAsync<T>(Func<Action<T>, Task> list)
    {
        await list(_ => { });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rows = new List<T>(200_000);
        await list(rows.Add);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(rows);
        return (double)kept / rows.Count;
    }

    private static async Task<double> InChildAsync(string contender, Uri address, bool wide)
    {
        using var child = ChildProcess.Start(["kept", contender, wide ? "wide" : "narrow", address.ToString()]);
        return double.Parse(await child.ReadLineAsync(), CultureInfo.InvariantCulture);
    }
}
