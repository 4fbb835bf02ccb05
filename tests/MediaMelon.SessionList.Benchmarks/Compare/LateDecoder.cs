using System.Reflection;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Decodes a page when it is complete, to measure what decoding during the download gains.</summary>
internal sealed class LateDecoder : IPageDecoder
{
    private readonly PageDecoderPool _pool = new();

    public static SessionListClient Use(SessionListClient client)
    {
        var field = typeof(SessionListClient).GetField("_transport", BindingFlags.Instance | BindingFlags.NonPublic)!;
        field.SetValue(client, ((SessionListTransport)field.GetValue(client)!).DecodingBy(new LateDecoder()));
        return client;
    }

    public IPageParser Begin() => new Page(_pool.Begin());

    private sealed class Page(IPageParser page) : IPageParser
    {
        public void ReadAhead(ReadOnlySpan<byte> beginning)
        {
        }

        public PageResponse Finish(ReadOnlySpan<byte> json) => page.Finish(json);

        public void Dispose() => page.Dispose();
    }
}
