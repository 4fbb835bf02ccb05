using System.Diagnostics;
using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Building and printing a query, against the string by hand.</summary>
internal static class QueryBuilding
{
    private const int Times = 200_000;

    public static void Run()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Time(ByHand);
            Time(Ours);
        }

        var (hand, handBytes) = Time(ByHand);
        var (ours, oursBytes) = Time(Ours);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a query built and printed: by hand {hand:0} ns, {handBytes:0} B; ours {ours:0} ns, {oursBytes:0} B: {ours / hand:0.0} times"));
    }

    private static (double Nanoseconds, double Bytes) Time(Func<long, string> build)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var length = 0L;
        for (var i = 0; i < Times; i++)
            length += build(i).Length;

        GC.KeepAlive(length);
        return (watch.Elapsed.TotalNanoseconds / Times, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / Times);
    }

    private static string ByHand(long i) => string.Create(
        CultureInfo.InvariantCulture,
        $"period=start={1775749962 + i},end={1775836362 + i}&metrics=cirrbufferingratio,starttime,endtime,assetname,watchtime,sessionid,sourcetype&aggby=sessionid&filter=[platform={"Android"}]&qoefilter=cirrbufferingratio>{10}&orderby=cirrbufferingratio&order=desc&limit={25}");

    private static string Ours(long i) => SessionQuery
        .For(SessionMetrics.RebufferingPercentage, SessionPeriod.FromUnixSeconds(1775749962 + i, 1775836362 + i))
        .Where(SessionDimensions.OperatingSystem.Is("Android"))
        .Where(SessionMetrics.RebufferingPercentage > 10)
        .OrderByDescending(SessionMetrics.RebufferingPercentage)
        .Take(25)
        .ToString();
}
