using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Tests.Decoding;

internal static class PageDecoderExtensions
{
    /// <summary>Decodes a complete page. The decoder keeps its learned layouts for the next page.</summary>
    public static PageResponse Decode(this PageDecoder decoder, ReadOnlySpan<byte> page)
    {
        using (decoder)
            return decoder.Finish(page);
    }
}
