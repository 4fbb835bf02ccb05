using System.Text;
using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Text, unchanged. Numbers and booleans are read as their JSON text.</summary>
internal sealed class TextFormat : ValueFormat<string>
{
    /// <summary>The maximum length of text with escapes that is scanned. The general reader reads longer text.</summary>
    private const int LongestEscaped = 512;

    public override string ToText(string value, string parameterName) => value;

    public override ReadResult Read(ref Utf8JsonReader reader, out string value)
    {
        value = "";
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return ReadResult.None;

            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                LenientJson.SkipChildren(ref reader);
                return ReadResult.Unreadable;

            default:
                value = LenientText.Read(ref reader, out var isRepaired);
                return isRepaired ? ReadResult.Repaired : ReadResult.Value;
        }
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out string value)
    {
        if (!cursor.TryText(out var text, out var isAscii))
            return TryScanEscaped(ref cursor, strings, out value);

        value = CreateString(text, isAscii, strings);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    private static bool TryScanEscaped(ref JsonCursor cursor, ColumnStringPool? strings, out string value)
    {
        var start = cursor.Position;
        if (cursor.TryEscapedText(out var escaped))
        {
            Span<byte> utf8 = stackalloc byte[LongestEscaped];
            if (EscapedText.TryUnescape(escaped, utf8, out var length))
            {
                value = CreateString(utf8[..length], Ascii.IsValid(utf8[..length]), strings);
                return true;
            }
        }

        cursor.Position = start;
        value = "";
        return false;
    }

    private static string CreateString(ReadOnlySpan<byte> utf8, bool isAscii, ColumnStringPool? strings) =>
        strings?.Get(utf8, isAscii) ?? StringPool.Text(utf8, isAscii);
}
