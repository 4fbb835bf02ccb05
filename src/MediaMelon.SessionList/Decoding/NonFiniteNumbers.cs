using System.Buffers;
using System.Text;

namespace MediaMelon.SessionList.Decoding;

/// <summary>
/// Replaces the numbers that JSON does not have (<c>NaN</c>, <c>Infinity</c>, <c>-inf</c>) by null. Python's json module writes
/// them.
/// </summary>
internal static class NonFiniteNumbers
{
    // In the order of their length: none is the beginning of a later one.
    private static readonly string[] Words = ["infinity", "inf", "nan"];

    private static readonly SearchValues<byte> Interesting = SearchValues.Create("\"nNiI"u8);

    /// <summary>Copies the JSON if it has such a number; its length and line numbers change little.</summary>
    public static bool TryReplace(ReadOnlySpan<byte> json, out byte[] replaced)
    {
        var copy = new ArrayBufferWriter<byte>(json.Length + 256);
        var copied = 0;
        for (var at = 0; Next(json, ref at);)
        {
            if (json[at] == '"')
            {
                at = EndOfText(json, at);
                continue;
            }

            var (start, length) = NumberAt(json, at);
            if (length > 0)
            {
                copy.Write(json[copied..start]);
                copy.Write("null"u8);
                copied = at = start + length;
                continue;
            }

            at = EndOfWord(json, at);
        }

        replaced = [];
        if (copied == 0)
            return false;

        copy.Write(json[copied..]);
        replaced = copy.WrittenSpan.ToArray();
        return true;
    }

    private static bool Next(ReadOnlySpan<byte> json, ref int at)
    {
        var next = json[at..].IndexOfAny(Interesting);
        at += next;
        return next >= 0;
    }

    /// <summary>The number whose first letter is here, with its sign; no length if there is none.</summary>
    private static (int Start, int Length) NumberAt(ReadOnlySpan<byte> json, int at)
    {
        var start = at > 0 && json[at - 1] is (byte)'-' or (byte)'+' ? at - 1 : at;
        var before = json[..start].TrimEnd(" \t\r\n"u8);
        var end = EndOfWord(json, at);
        var after = json[end..].TrimStart(" \t\r\n"u8);
        if (before.IsEmpty || before[^1] is not ((byte)':' or (byte)',' or (byte)'['))
            return default;

        if (after.IsEmpty || after[0] is not ((byte)',' or (byte)'}' or (byte)']'))
            return default;

        foreach (var word in Words)
        {
            if (Ascii.EqualsIgnoreCase(json[at..end], word))
                return (start, end - start);
        }

        return default;
    }

    private static int EndOfWord(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && (char.IsAsciiLetterOrDigit((char)json[at]) || json[at] == '_'))
            at++;

        return at;
    }

    private static int EndOfText(ReadOnlySpan<byte> json, int at)
    {
        for (at++; at < json.Length; at++)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
                return json.Length;

            at += next;
            if (json[at] == '"')
                return at + 1;

            at++;
        }

        return json.Length;
    }
}
