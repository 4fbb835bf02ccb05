using System.Buffers.Binary;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Hashes of some ids before a checkpoint. They detect pages that are returned again.</summary>
/// <remarks>The size is limited, independent of the length of the listing. The ids cannot be restored.</remarks>
internal sealed class IdHashes
{
    /// <summary>The maximum number of hashes of ids at the beginning of the listing.</summary>
    public const int MaxFirst = 8;

    /// <summary>The maximum number of hashes for the estimate of distinct ids.</summary>
    public const int MaxSample = 32;

    private const int FingerprintLength = 20;

    /// <summary>The number of rows with an id.</summary>
    public long Rows { get; init; }

    /// <summary>The hashes of the first ids of the listing, in order.</summary>
    public uint[] First { get; init; } = [];

    /// <summary>The smallest of all hashes, in ascending order.</summary>
    public uint[] Sample { get; init; } = [];

    public PageFingerprint Last { get; init; }

    public PageFingerprint BeforeLast { get; init; }

    /// <summary>Formats the hashes in base64url.</summary>
    public override string ToString()
    {
        var bytes = new List<byte>(256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, Rows);
        bytes.AddRange(number);
        Write(bytes, Last);
        Write(bytes, BeforeLast);
        bytes.Add((byte)First.Length);
        foreach (var hash in First.Concat(Sample))
            Write(bytes, hash);

        return Convert.ToBase64String(bytes.ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Parses the text of <see cref="ToString"/>. Returns null if the text is invalid.</summary>
    public static IdHashes? Parse(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        var buffer = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, buffer, out var length))
            return null;

        const int Fixed = sizeof(long) + (2 * FingerprintLength) + 1;
        var bytes = buffer.AsSpan(0, length);
        var hashes = (length - Fixed) / sizeof(uint);
        if (length < Fixed || (length - Fixed) % sizeof(uint) != 0)
            return null;

        var first = bytes[Fixed - 1];
        if (first > MaxFirst || first > hashes || hashes - first > MaxSample)
            return null;

        var rows = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var all = new uint[hashes];
        for (var i = 0; i < hashes; i++)
            all[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Fixed + (i * sizeof(uint)))..]);

        var last = ReadFingerprint(bytes[sizeof(long)..]);
        var beforeLast = ReadFingerprint(bytes[(sizeof(long) + FingerprintLength)..]);
        var seen = new IdHashes
        {
            Rows = rows,
            Last = last,
            BeforeLast = beforeLast,
            First = all[..first],
            Sample = all[first..],
        };

        // Each value has exactly one valid text, so padding bits must be zero.
        return rows >= 0 && IsValid(last) && IsValid(beforeLast) && seen.ToString() == text ? seen : null;
    }

    private static bool IsValid(PageFingerprint page) => page.Offset >= 0 && page.Limit >= 0;

    private static void Write(List<byte> bytes, PageFingerprint page)
    {
        Span<byte> buffer = stackalloc byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(buffer, page.Offset);
        BinaryPrimitives.WriteInt32LittleEndian(buffer[sizeof(long)..], page.Limit);
        bytes.AddRange(buffer);
        Write(bytes, page.Head);
        Write(bytes, page.Tail);
    }

    private static void Write(List<byte> bytes, uint hash)
    {
        Span<byte> buffer = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, hash);
        bytes.AddRange(buffer);
    }

    private static PageFingerprint ReadFingerprint(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]));
}
