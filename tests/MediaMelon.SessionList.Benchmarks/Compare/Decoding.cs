using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Benchmarks.Server;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>
/// Decodes pages from memory like A and like this library. Measures processor time and allocation without a network. Other load of
/// the machine has little effect on these ratios.
/// </summary>
internal static class Decoding
{
    private const int Pages = 60;
    private const int WarmUps = 5;
    private const int Rounds = 7;

    public static async Task RunAsync()
    {
        foreach (var hostile in new[] { false, true })
        {
            await CompareAsync(HandContext.Default.HandPageNarrowRow, wide: false, hostile);
            await CompareAsync(HandContext.Default.HandPageWideRow, wide: true, hostile);
        }
    }

    private static async Task CompareAsync<TRow>(JsonTypeInfo<HandPage<TRow>> type, bool wide, bool hostile)
    {
        byte[][] pages =
        [
            .. Enumerable.Range(0, Pages).Select(page => Encoding.UTF8.GetBytes(PageServer.Page(page * 1000, 1000, 1_000_000, wide, hostile))),
        ];
        var decoders = new PageDecoderPool();
        List<(double Processor, double Allocated)> a = [], ours = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var (streamed, decoded) = (await MeasureAsync(StreamedAsync, pages), await MeasureAsync(DecodedAsync, pages));
            if (round < 0)
                continue;

            a.Add(streamed);
            ours.Add(decoded);
        }

        var processor = Comparison.Median(ours.Zip(a, (mine, reference) => mine.Processor / reference.Processor));
        var allocated = Comparison.Median(ours.Zip(a, (mine, reference) => mine.Allocated / reference.Allocated));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(hostile ? "hostile" : "realistic")}, {(wide ? 24 : 7)} columns: processor time {processor:0.00}, allocated {allocated:0.00} of A ({ours[0].Allocated:0} of {a[0].Allocated:0} B per row)"));

        async Task<int> StreamedAsync(byte[] page) => (await JsonSerializer.DeserializeAsync(new MemoryStream(page), type))!.Response!.Count;

        Task<int> DecodedAsync(byte[] page) => Task.FromResult(decoders.Decode(page).Sessions.Count);
    }

    private static async Task<(double Processor, double Allocated)> MeasureAsync(Func<byte[], Task<int>> decode, byte[][] pages)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var rows = 0;
        foreach (var page in pages)
            rows += await decode(page);

        process.Refresh();
        return ((process.TotalProcessorTime - processor).TotalNanoseconds / rows, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / rows);
    }
}
