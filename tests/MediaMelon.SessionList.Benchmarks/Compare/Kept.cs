namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>What a row keeps when all rows are held in a list.</summary>
internal static class Kept
{
    public static async Task<(double A, double Ours)> OfAsync(Contenders contenders, bool wide)
    {
        var a = wide
            ? await BytesAsync<WideRow>(take => contenders.StreamedAsync(HandContext.Default.HandPageWideRow, take))
            : await BytesAsync<NarrowRow>(take => contenders.StreamedAsync(HandContext.Default.HandPageNarrowRow, take));
        return (a, await BytesAsync<VideoSession>(take => contenders.OursAsync(wide, 1, take)));
    }

    private static async Task<double> BytesAsync<T>(Func<Action<T>, Task> walk)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rows = new List<T>(200_000);
        await walk(rows.Add);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(rows);
        return (double)kept / rows.Count;
    }
}
