using System.Text.Json;

namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes responses. Thread-safe.</summary>
internal interface IPageDecoder
{
    /// <exception cref="JsonException">The response is not a session list. The message gives the reason.</exception>
    PageResponse Decode(ReadOnlySpan<byte> json);
}
