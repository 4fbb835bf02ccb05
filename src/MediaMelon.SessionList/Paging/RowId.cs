using System.Runtime.InteropServices;

namespace MediaMelon.SessionList.Paging;

/// <summary>The id of a row and its hashes.</summary>
/// <param name="Text">The id.</param>
/// <param name="Hash">A hash for tables in memory. It differs between processes, so that collisions cannot be predicted.</param>
/// <param name="Stable">A hash for checkpoints. It is the same in every process.</param>
/// <param name="Row">The index of the row in its page.</param>
internal readonly record struct RowId(string Text, uint Hash, uint Stable = 0, int Row = 0)
{
    private const ulong StableSeed = 0x2545F4914F6CDD1D;
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    // string.GetHashCode takes three times as long, and hashing is most of the cost of a lookup.
    public static RowId From(string text, int row = 0)
    {
        var hash = Seed ^ (uint)text.Length;
        var stable = StableSeed ^ (uint)text.Length;
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var block = MemoryMarshal.Read<ulong>(bytes);
            hash = Mix(hash ^ block);
            stable = Mix(stable ^ block);
        }

        foreach (var b in bytes)
        {
            hash = Mix(hash ^ b);
            stable = Mix(stable ^ b);
        }

        return new(text, (uint)hash, (uint)stable, row);
    }

    // Multiplies to 128 bits and combines both halves, so that every bit of the text affects every bit of the hash.
    private static ulong Mix(ulong value)
    {
        var upper = Math.BigMul(value, 0x9E3779B97F4A7C15, out var lower);
        return upper ^ lower;
    }
}
