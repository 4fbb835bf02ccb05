using System.Text.Json;

namespace MediaMelon.SessionList.Transport;

/// <summary>Decodes answers that lie in memory as a whole; for several threads at a time.</summary>
internal interface IPageDecoder
{
    /// <exception cref="JsonException">This is no session list; the message says why.</exception>
    PageAnswer Decode(ReadOnlySpan<byte> json);
}
