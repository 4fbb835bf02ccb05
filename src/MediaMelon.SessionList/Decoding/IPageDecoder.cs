namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes responses. Thread-safe.</summary>
internal interface IPageDecoder
{
    /// <summary>Creates the parser of one response.</summary>
    IPageParser Begin();
}
