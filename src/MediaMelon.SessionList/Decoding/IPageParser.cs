using System.Text.Json;

namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes a response while it arrives, or afterwards.</summary>
internal interface IPageParser : IDisposable
{
    /// <summary>Decodes as many rows as possible from the part of the response that has arrived.</summary>
    void ReadAhead(ReadOnlySpan<byte> beginning);

    /// <summary>Decodes the rest of the response, which is now complete in memory.</summary>
    /// <exception cref="JsonException">The response is not a session list. The message gives the reason.</exception>
    PageResponse Finish(ReadOnlySpan<byte> json);
}
