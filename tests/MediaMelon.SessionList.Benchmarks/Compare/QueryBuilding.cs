using System.Diagnostics;
using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Compares building and formatting a query with hand-written string interpolation.</summary>
internal static class QueryBuilding
{
    private const int Repetitions = 50_000;
    private const int Rounds = 21;

    public static void Run()
    {
        List<(double Nanoseconds, double Bytes)> hand = [], ours = [];
        for (var round = -Rounds; round < Rounds; round++)
        {
            var (a, b) = (Time(HandWritten), Time(Ours));
            if (round < 0)
                continue;

            hand.Add(a);
            ours.Add(b);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a query built and formatted: hand-written {Nanoseconds(hand):0} ns, {hand[0].Bytes:0} B; library {Nanoseconds(ours):0} ns, {ours[0].Bytes:0} B: {Nanoseconds(ours) / Nanoseconds(hand):0.0} times"));

        static double Nanoseconds(List<(double Nanoseconds, double Bytes)> list) =>
            Comparison.Median(list.Select(one => one.Nanoseconds));
    }

    private static (double Nanoseconds, double Bytes) Time(Func<long, string> build)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var length = 0L;
        for (var i = 0; i < Repetitions; i++)
            length += build(i).Length;

        GC.KeepAlive(length);
        return (watch.Elapsed.TotalNanoseconds / Repetitions, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / Repetitions);
    }

    private static string HandWritten(long i) => string.Create(
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
