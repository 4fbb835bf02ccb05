using System.Collections.Concurrent;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Decoding;

/// <summary>A pool of decoders. They keep the strings and row shapes of earlier pages.</summary>
internal sealed class PageDecoderPool : IPageDecoder
{
    private readonly StringPool _strings = new();
    private readonly ConcurrentBag<PageDecoder> _idle = [];

    public PageResponse Decode(ReadOnlySpan<byte> json)
    {
        var decoder = _idle.TryTake(out var idle) ? idle : new PageDecoder(_strings);
        try
        {
            return decoder.Decode(json);
        }
        finally
        {
            _idle.Add(decoder);
        }
    }
}
