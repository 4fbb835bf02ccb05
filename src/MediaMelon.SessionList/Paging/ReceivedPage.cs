using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Paging;

/// <summary>A page in its place in the listing.</summary>
/// <param name="Slice">The slice that it belongs to.</param>
/// <param name="Range">What was requested.</param>
/// <param name="Response">The response.</param>
/// <param name="OffsetAfter">The offset, in the slice, of the next row.</param>
/// <param name="Cap">What short pages have shown so far.</param>
/// <param name="EndsSlice">Whether it is the last page of the slice.</param>
internal sealed record ReceivedPage(
    Slice Slice, PageRange Range, PageResponse Response, long OffsetAfter, PageCap Cap, bool EndsSlice);
