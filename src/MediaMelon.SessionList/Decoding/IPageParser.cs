using System.Text.Json;

namespace MediaMelon.SessionList.Decoding;

/// <summary>An answer that is decoded while it arrives, or once it has.</summary>
internal interface IPageParser : IDisposable
{
    /// <summary>Decodes what can be told from the beginning of the answer, as far as it has arrived.</summary>
    void ReadAhead(ReadOnlySpan<byte> beginning);

    /// <summary>Decodes the rest of the answer, which now lies in memory as a whole.</summary>
    /// <exception cref="JsonException">This is no session list; the message says why.</exception>
    PageResponse Finish(ReadOnlySpan<byte> json);
}
