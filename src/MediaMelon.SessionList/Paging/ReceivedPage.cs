using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Paging;

/// <summary>A response and its position in the listing.</summary>
/// <param name="Slice">The slice of the page.</param>
/// <param name="Range">The requested range.</param>
/// <param name="Response">The response.</param>
/// <param name="OffsetAfter">The offset of the next row in the slice.</param>
/// <param name="Cap">The page cap after this page.</param>
/// <param name="EndsSlice">Whether it is the last page of the slice.</param>
internal sealed record ReceivedPage(
    Slice Slice, PageRange Range, PageResponse Response, long OffsetAfter, PageCap Cap, bool EndsSlice);
