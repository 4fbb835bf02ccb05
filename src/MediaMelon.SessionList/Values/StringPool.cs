using System.Buffers.Binary;
using System.Text;

namespace MediaMelon.SessionList.Values;

/// <summary>Returns one string for equal text: most columns have few values, and listings have many rows.</summary>
/// <remarks>
/// The pool grows with the texts that it receives, up to 16,384 of them. Several threads may use it at once: a race between them
/// costs a second string, never a wrong one, as a text is compared in full before it is returned.
/// </remarks>
internal sealed class StringPool
{
    private const int SmallestSize = 1 << 10;
    private const int LargestSize = 1 << 14;
    private const int LongestText = 256;

    private Entry[] _entries = new Entry[SmallestSize];
    private int _displaced;

    /// <summary>The number of texts that fit.</summary>
    public int Size => _entries.Length;

    /// <param name="utf8">The text.</param>
    /// <param name="isAscii">Whether all of it is ASCII.</param>
    /// <param name="isKnown">Whether the text was in the pool.</param>
    public string Get(ReadOnlySpan<byte> utf8, bool isAscii, out bool isKnown)
    {
        isKnown = utf8.IsEmpty;
        if (utf8.Length is 0 or > LongestText)
            return Text(utf8, isAscii);

        var hash = HashOf(utf8);
        var entries = _entries;
        var first = PlaceOf(hash, entries);
        isKnown = true;
        if (entries[first].IsText(hash, utf8, isAscii, out var text))
            return text;

        // A text that occurs again moves to the first place: texts that occur once displace one another only.
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

    /// <summary>Creates a string. Where all is ASCII each byte is a character, which is the fastest conversion.</summary>
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
        var isTaken = entries[second].Text is not null;
        entries[second] = entry;
        if (isTaken && ++_displaced > entries.Length / 4 && entries.Length < LargestSize)
        {
            _displaced = 0;
            _entries = Grown(entries);
        }
    }

    private static Entry[] Grown(Entry[] entries)
    {
        var grown = new Entry[2 * entries.Length];
        foreach (var entry in entries)
        {
            var first = PlaceOf(entry.Hash, grown);
            if (entry.Text is not null)
                grown[grown[first].Text is null ? first : first + 1] = entry;
        }

        return grown;
    }

    // Texts have two places each, which begin at an even one.
    private static int PlaceOf(uint hash, Entry[] entries) => (int)(hash & (uint)(entries.Length - 2));

    private static uint HashOf(ReadOnlySpan<byte> utf8)
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

        // Brings the upper bits down before they are multiplied: text that differs in its last characters differs there alone.
        static ulong Mix(ulong value) => (value ^ (value >> 32)) * Multiplier;
    }

    /// <summary>A text and its hash. Threads may see the hash of another text here, so the hash alone decides nothing.</summary>
    private readonly record struct Entry(string? Text, uint Hash)
    {
        public bool IsText(uint hash, ReadOnlySpan<byte> utf8, bool isAscii, out string text)
        {
            text = Text ?? "";
            return Hash == hash && (isAscii ? Ascii.Equals(utf8, text) : IsSame(utf8, text));
        }

        private static bool IsSame(ReadOnlySpan<byte> utf8, string text)
        {
            Span<char> characters = stackalloc char[LongestText];
            return Encoding.UTF8.TryGetChars(utf8, characters, out var length)
                && text.AsSpan().SequenceEqual(characters[..length]);
        }
    }
}
