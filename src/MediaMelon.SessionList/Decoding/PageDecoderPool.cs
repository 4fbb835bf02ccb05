using System.Collections.Concurrent;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Decoding;

/// <summary>A pool of decoders. They keep the strings and row shapes of earlier pages.</summary>
internal sealed class PageDecoderPool : IPageDecoder
{
    private readonly StringPool _strings = new();
    private readonly ConcurrentBag<PageDecoder> _idle = [];

    public IPageParser Begin() => _idle.TryTake(out var idle) ? idle : new PageDecoder(_idle.Add, strings: _strings);
}
