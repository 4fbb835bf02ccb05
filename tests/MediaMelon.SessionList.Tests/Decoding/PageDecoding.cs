using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Tests.Decoding;

internal static class PageDecoding
{
    /// <summary>Decodes an answer that has arrived as a whole. What the decoder learned stays for the next.</summary>
    public static PageResponse Decode(this PageDecoder decoder, ReadOnlySpan<byte> page)
    {
        using (decoder)
            return decoder.Finish(page);
    }
}
