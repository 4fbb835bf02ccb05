using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>A page in its place in the listing.</summary>
/// <param name="Slice">The slice that it belongs to.</param>
/// <param name="Slot">What was requested.</param>
/// <param name="Answer">The response.</param>
/// <param name="OffsetAfter">The offset, in the slice, of the next row.</param>
/// <param name="CutTo">The size to which the service caps pages; null if it does not.</param>
/// <param name="EndsSlice">Whether it is the last page of the slice.</param>
internal sealed record ArrivedPage(Slice Slice, PageSlot Slot, PageAnswer Answer, long OffsetAfter, int? CutTo, bool EndsSlice);
