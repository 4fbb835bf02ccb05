using System.Runtime.InteropServices;

namespace MediaMelon.SessionList.Paging;

/// <summary>The id of a row, with a hash that is computed once for all the looking up.</summary>
internal readonly record struct RowId(string Text, uint Hash)
{
    /// <summary>Other for each process: nobody can foresee which ids would meet in one place.</summary>
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    public static RowId Of(string text) => new(text, HashOf(text));

    // The hash of strings takes three times as long, and most of the work of looking up was spent on it.
    private static uint HashOf(string text)
    {
        var hash = Seed ^ (uint)text.Length;
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));

        foreach (var b in bytes)
            hash = Mix(hash ^ b);

        return (uint)hash;
    }

    // Multiplied to twice its width and folded: every bit of the text reaches every bit of the hash.
    private static ulong Mix(ulong value)
    {
        var upper = Math.BigMul(value, 0x9E3779B97F4A7C15, out var lower);
        return upper ^ lower;
    }
}
