using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using MediaMelon.SessionList.Benchmarks.Compare;
using MediaMelon.SessionList.Benchmarks.Server;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Benchmarks.Micro;

/// <summary>Decodes a page of 1,000 rows with this library, the serializer and the plain reader.</summary>
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private readonly PageDecoderPool _decoders = new();
    private byte[] _page = [];

    [Params(false, true)]
    public bool Wide { get; set; }

    [GlobalSetup]
    public void Write() => _page = Encoding.UTF8.GetBytes(PageServer.Page(0, 1000, 10_000_000, Wide));

    [Benchmark(Baseline = true)]
    public int Serializer() => Wide
        ? JsonSerializer.Deserialize(_page, HandContext.Default.HandPageWideRow)!.Response!.Count
        : JsonSerializer.Deserialize(_page, HandContext.Default.HandPageNarrowRow)!.Response!.Count;

    [Benchmark]
    public int Library() => Decode(_decoders);

    [Benchmark]
    public int CustomRows() => Wide ? RowsOf(HandContext.Default.WideRow) : RowsOf(HandContext.Default.NarrowRow);

    [Benchmark]
    public int PlainReader()
    {
        var reader = new Utf8JsonReader(_page);
        var tokens = 0;
        while (reader.Read())
            tokens++;

        return tokens;
    }

    private int RowsOf<TRow>(JsonTypeInfo<TRow> row) => Decode(new RowsDecoder<TRow>(RowType<TRow>.Create(row)));

    private int Decode(IPageDecoder decoder) => decoder.Decode(_page).Sessions.Count;
}
