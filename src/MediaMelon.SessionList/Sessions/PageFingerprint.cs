namespace MediaMelon.SessionList.Sessions;

/// <summary>The data of a page in a checkpoint: its offset and limit, and hashes of two ids.</summary>
/// <param name="Offset">The offset that was requested.</param>
/// <param name="Limit">The limit that was requested; 0 if there is no page.</param>
/// <param name="Head">The hash of the first id.</param>
/// <param name="Tail">The hash of the last id.</param>
internal readonly record struct PageFingerprint(long Offset, int Limit, uint Head, uint Tail)
{
    public bool IsNone => Limit == 0;
}
