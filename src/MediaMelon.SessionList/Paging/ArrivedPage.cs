using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>A page in its place in the listing.</summary>
/// <param name="Slice">The slice that it belongs to.</param>
/// <param name="Slot">What was asked for.</param>
/// <param name="Answer">What came.</param>
/// <param name="OffsetAfter">The offset, in the slice, of the row that follows.</param>
/// <param name="CutTo">The page size that the service was seen to cut larger ones to; null if it cut none.</param>
/// <param name="EndsSlice">Whether none follows.</param>
internal sealed record ArrivedPage(Slice Slice, PageSlot Slot, PageAnswer Answer, long OffsetAfter, int? CutTo, bool EndsSlice);
