using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NightlyExport.Files;

/// <summary>How a new version of an hour's file differs from the stored one.</summary>
/// <param name="IsSame">Whether both have the same rows, in any order.</param>
/// <param name="Late">Sessions of the new version that the stored one does not have.</param>
/// <param name="Gone">Sessions of the stored version that the new one does not have.</param>
internal sealed record Difference(bool IsSame, long Late, long Gone)
{
    private static readonly Difference None = new(true, 0, 0);

    /// <summary>Compares two files. A hash of each stored id is in memory if they differ.</summary>
    public static Difference Compare(StoredSessions stored, StoredSessions current)
    {
        if (stored.Digest is { } digest && digest == current.Digest)
            return None;

        var ids = stored.ReadIds().Select(Hash).ToHashSet();
        long common = current.ReadIds().Count(id => ids.Contains(Hash(id)));
        return new(false, current.Count - common, Math.Max(0, stored.Count - common));
    }

    private static long Hash(string? id) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())));
}
