using System.Buffers;
using System.Text;

namespace MediaMelon.SessionList.Decoding;

/// <summary>
/// Replaces the numbers that JSON does not allow (<c>NaN</c>, <c>Infinity</c>, <c>-inf</c>) with null. Python's json module
/// writes them.
/// </summary>
internal static class NonFiniteNumbers
{
    private static readonly string[] Keywords = ["infinity", "inf", "nan"];

    /// <summary>The first bytes of strings and of keywords.</summary>
    private static readonly SearchValues<byte> FirstBytes = SearchValues.Create("\"nNiI"u8);

    /// <summary>Returns a copy of the JSON without such numbers. Returns false if the JSON has none.</summary>
    public static bool TryReplace(ReadOnlySpan<byte> json, out byte[] replaced)
    {
        var copy = new ArrayBufferWriter<byte>(json.Length + 256);
        var copied = 0;
        for (var at = 0; Next(json, ref at);)
        {
            if (json[at] == '"')
            {
                at = EndOfString(json, at);
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

            at = EndOfKeyword(json, at);
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
        var next = json[at..].IndexOfAny(FirstBytes);
        at += next;
        return next >= 0;
    }

    /// <summary>The number whose first letter is at the index, and its sign. The length is 0 if there is none.</summary>
    private static (int Start, int Length) NumberAt(ReadOnlySpan<byte> json, int at)
    {
        var start = at > 0 && json[at - 1] is (byte)'-' or (byte)'+' ? at - 1 : at;
        var before = json[..start].TrimEnd(" \t\r\n"u8);
        var end = EndOfKeyword(json, at);
        var after = json[end..].TrimStart(" \t\r\n"u8);
        if (before.IsEmpty || before[^1] is not ((byte)':' or (byte)',' or (byte)'['))
            return default;

        if (after.IsEmpty || after[0] is not ((byte)',' or (byte)'}' or (byte)']'))
            return default;

        foreach (var keyword in Keywords)
        {
            if (Ascii.EqualsIgnoreCase(json[at..end], keyword))
                return (start, end - start);
        }

        return default;
    }

    private static int EndOfKeyword(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && (char.IsAsciiLetterOrDigit((char)json[at]) || json[at] == '_'))
            at++;

        return at;
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int at)
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
