namespace MediaMelon.SessionList.Sessions;

/// <summary>What a checkpoint keeps of a page: where it was requested, and hashes of two of its ids.</summary>
/// <param name="Offset">The offset that was requested.</param>
/// <param name="Limit">The limit that was requested; 0 if there is no page.</param>
/// <param name="Head">The hash of the first id.</param>
/// <param name="Tail">The hash of the last id.</param>
internal readonly record struct PageFingerprint(long Offset, int Limit, uint Head, uint Tail)
{
    public bool IsNone => Limit == 0;
}
