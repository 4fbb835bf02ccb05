namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes answers; for several threads at a time.</summary>
internal interface IPageDecoder
{
    /// <summary>Begins an answer, of which nothing has arrived yet.</summary>
    IPageParser Begin();
}
