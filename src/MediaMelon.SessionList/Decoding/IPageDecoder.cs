namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes responses. Thread-safe.</summary>
internal interface IPageDecoder
{
    /// <summary>Begins a response that has not arrived yet.</summary>
    IPageParser Begin();
}
