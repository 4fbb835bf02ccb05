using System.Collections.Concurrent;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Transport;

/// <summary>As many decoders as ever worked at a time: they keep what they learned for the pages to come.</summary>
internal sealed class PageDecoders : IPageDecoder
{
    private readonly StringPool _words = new();
    private readonly ConcurrentBag<PageDecoder> _resting = [];

    public IArrivingPage Begin() => _resting.TryTake(out var rested) ? rested : new PageDecoder(_resting.Add, words: _words);
}
