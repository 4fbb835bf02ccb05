namespace MediaMelon.SessionList.Paging;

/// <summary>A page to ask for.</summary>
internal readonly record struct PageSlot(long Offset, int Limit);
