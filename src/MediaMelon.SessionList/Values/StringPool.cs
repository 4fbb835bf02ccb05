using System.Buffers.Binary;
using System.Text;

namespace MediaMelon.SessionList.Values;

/// <summary>Returns the same string for equal text. Most columns have few values, and listings have many rows.</summary>
/// <remarks>
/// The pool grows to at most 16,384 texts. Several threads may use it concurrently: a race creates a second string, but never
/// returns a wrong one. The pool compares the full text before it returns a string.
/// </remarks>
internal sealed class StringPool
{
    private const int SmallestSize = 1 << 10;
    private const int LargestSize = 1 << 14;
    private const int MaxTextLength = 256;

    private Entry[] _entries = new Entry[SmallestSize];
    private int _replaced;

    /// <summary>The capacity, in texts.</summary>
    public int Size => _entries.Length;

    /// <param name="utf8">The text.</param>
    /// <param name="isAscii">Whether the text contains only ASCII.</param>
    /// <param name="isKnown">Whether the text was in the pool.</param>
    public string Get(ReadOnlySpan<byte> utf8, bool isAscii, out bool isKnown)
    {
        isKnown = utf8.IsEmpty;
        if (utf8.Length is 0 or > MaxTextLength)
            return Text(utf8, isAscii);

        var hash = ComputeHash(utf8);
        var entries = _entries;
        var first = GetIndex(hash, entries);
        isKnown = true;
        if (entries[first].IsText(hash, utf8, isAscii, out var text))
            return text;

        // A repeated text moves to the first entry, so texts that occur once replace only each other.
        var second = first + 1;
        if (entries[second].IsText(hash, utf8, isAscii, out text))
        {
            entries[second] = entries[first];
            entries[first] = new(text, hash);
            return text;
        }

        isKnown = false;
        text = Text(utf8, isAscii);
        Add(entries, new(text, hash), first);
        return text;
    }

    /// <summary>Creates a string. For ASCII, Latin-1 is the fastest conversion.</summary>
    public static string Text(ReadOnlySpan<byte> utf8, bool isAscii) =>
        (isAscii ? Encoding.Latin1 : Encoding.UTF8).GetString(utf8);

    private void Add(Entry[] entries, Entry entry, int first)
    {
        if (entries[first].Text is null)
        {
            entries[first] = entry;
            return;
        }

        var second = first + 1;
        var isOccupied = entries[second].Text is not null;
        entries[second] = entry;
        if (isOccupied && ++_replaced > entries.Length / 4 && entries.Length < LargestSize)
        {
            _replaced = 0;
            _entries = Grow(entries);
        }
    }

    private static Entry[] Grow(Entry[] entries)
    {
        var grown = new Entry[2 * entries.Length];
        foreach (var entry in entries)
        {
            var first = GetIndex(entry.Hash, grown);
            if (entry.Text is not null)
                grown[grown[first].Text is null ? first : first + 1] = entry;
        }

        return grown;
    }

    // Each text has two possible entries, the first of which has an even index.
    private static int GetIndex(uint hash, Entry[] entries) => (int)(hash & (uint)(entries.Length - 2));

    private static uint ComputeHash(ReadOnlySpan<byte> utf8)
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

        return (uint)(Mix(hash) >> 32);

        // Shifts the upper bits down before multiplication: texts that differ only in their last characters differ only there.
        static ulong Mix(ulong value) => (value ^ (value >> 32)) * Multiplier;
    }

    /// <summary>A text and its hash. Due to races the hash may belong to another text, so the text is always compared.</summary>
    private readonly record struct Entry(string? Text, uint Hash)
    {
        public bool IsText(uint hash, ReadOnlySpan<byte> utf8, bool isAscii, out string text)
        {
            text = Text ?? "";
            return Hash == hash && (isAscii ? Ascii.Equals(utf8, text) : IsSame(utf8, text));
        }

        private static bool IsSame(ReadOnlySpan<byte> utf8, string text)
        {
            Span<char> characters = stackalloc char[MaxTextLength];
            return Encoding.UTF8.TryGetChars(utf8, characters, out var length)
                && text.AsSpan().SequenceEqual(characters[..length]);
        }
    }
}
