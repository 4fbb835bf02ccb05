using System.Runtime.InteropServices;

namespace MediaMelon.SessionList.Paging;

/// <summary>The id of a row, with hashes that are computed once.</summary>
/// <param name="Text">The id.</param>
/// <param name="Hash">A hash for tables in memory. It differs between processes, so that nobody can foresee collisions.</param>
/// <param name="Stable">A hash for checkpoints. It is the same in every process.</param>
/// <param name="Row">The index of the row in its page.</param>
internal readonly record struct RowId(string Text, uint Hash, uint Stable = 0, int Row = 0)
{
    private const ulong StableSeed = 0x2545F4914F6CDD1D;
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    // The hash of strings takes three times as long, and is most of the work of a lookup.
    public static RowId From(string text, int row = 0)
    {
        var hash = Seed ^ (uint)text.Length;
        var stable = StableSeed ^ (uint)text.Length;
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var word = MemoryMarshal.Read<ulong>(bytes);
            hash = Mix(hash ^ word);
            stable = Mix(stable ^ word);
        }

        foreach (var b in bytes)
        {
            hash = Mix(hash ^ b);
            stable = Mix(stable ^ b);
        }

        return new(text, (uint)hash, (uint)stable, row);
    }

    // Multiplied to twice its width and folded: every bit of the text reaches every bit of the hash.
    private static ulong Mix(ulong value)
    {
        var upper = Math.BigMul(value, 0x9E3779B97F4A7C15, out var lower);
        return upper ^ lower;
    }
}
