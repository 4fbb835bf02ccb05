using System.Diagnostics;
using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>From Main to the first session, in a fresh process each time.</summary>
internal static class Startup
{
    private const int Rounds = 7;

    public static async Task RunAsync(ServerProcess server)
    {
        var address = server.Address(wide: false, 2000);
        List<double> a = [], ours = [];
        await MillisecondsAsync("first-a", address); // the server writes its pages when they are asked for first
        for (var round = 0; round < Rounds; round++)
        {
            a.Add(await MillisecondsAsync("first-a", address));
            ours.Add(await MillisecondsAsync("first-ours", address));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"from Main to the first session: A {Comparison.Median(a):0} ms ({a.Min():0}..{a.Max():0}), ours {Comparison.Median(ours):0} ms ({ours.Min():0}..{ours.Max():0}): {Comparison.Median(ours) / Comparison.Median(a):0.00}"));
    }

    /// <summary>The child: prints the milliseconds since Main.</summary>
    public static async Task FirstAsync(bool ours, Uri address, long mainTimestamp)
    {
        var contenders = new Contenders(address);
        if (ours)
        {
            using var client = contenders.Client(1);
            await foreach (var _ in client.ListSessionsAsync(Contenders.Query(wide: false)))
                break;
        }
        else
        {
            await contenders.StreamedAsync(HandContext.Default.HandPageNarrowRow, First);
        }

        Print();

        void First(NarrowRow row)
        {
            Print();
            Environment.Exit(0);
        }

        void Print() => Console.WriteLine(Stopwatch.GetElapsedTime(mainTimestamp).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<double> MillisecondsAsync(string mode, Uri address)
    {
        using var child = Process.Start(new ProcessStartInfo(ServerProcess.Self, [mode, address.ToString()]) { RedirectStandardOutput = true })!;
        var text = await child.StandardOutput.ReadLineAsync();
        await child.WaitForExitAsync();
        return double.Parse(text!, CultureInfo.InvariantCulture);
    }
}
