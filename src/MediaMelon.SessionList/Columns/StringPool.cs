using System.Buffers.Binary;
using System.Text;

namespace MediaMelon.SessionList.Columns;

/// <summary>Gives equal text as one string: most columns have few values, and listings have many rows.</summary>
/// <remarks>Bounded: a string makes room for another whose place is the same. Not for several threads at a time.</remarks>
internal sealed class StringPool
{
    private const int PlaceBits = 10;
    private const int LongestText = 64;

    private readonly string?[] _strings = new string?[1 << PlaceBits];

    public string Get(ReadOnlySpan<byte> utf8, bool isAscii)
    {
        if (utf8.Length > LongestText)
            return Text(utf8, isAscii);

        if (utf8.IsEmpty)
            return "";

        // Two places for each: two words that meet in one do not drive each other out in every row.
        var index = PlaceOf(utf8);
        ref var first = ref _strings[index];
        if (IsSame(utf8, isAscii, first))
            return first!;

        ref var second = ref _strings[index ^ 1];
        if (IsSame(utf8, isAscii, second))
            return second!;

        second = first;
        return first = Text(utf8, isAscii);
    }

    /// <summary>A string of its own. Where all is ASCII each byte is a character, which is the fastest way there is.</summary>
    public static string Text(ReadOnlySpan<byte> utf8, bool isAscii) =>
        (isAscii ? Encoding.Latin1 : Encoding.UTF8).GetString(utf8);

    private static bool IsSame(ReadOnlySpan<byte> utf8, bool isAscii, string? text)
    {
        if (text is null)
            return false;

        if (isAscii)
            return Ascii.Equals(utf8, text);

        Span<byte> bytes = stackalloc byte[LongestText];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) && bytes[..length].SequenceEqual(utf8);
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;

        ulong hash = (uint)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            utf8 = utf8[sizeof(ulong)..];
        }

        foreach (var b in utf8)
            hash = (hash ^ b) * Multiplier;

        return (int)(Mix(hash) >> (64 - PlaceBits));

        // Brings the upper bits down before they are multiplied: text that differs in its last characters differs there alone.
        static ulong Mix(ulong value) => (value ^ (value >> 32)) * Multiplier;
    }
}
