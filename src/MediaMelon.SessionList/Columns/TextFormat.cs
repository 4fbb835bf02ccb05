using System.Text.Json;

namespace MediaMelon.SessionList.Columns;

/// <summary>Text as it is; numbers and booleans as their JSON text.</summary>
internal sealed class TextFormat : ValueFormat<string>
{
    public override string ToText(string value, string parameterName) => value;

    public override Reading Read(ref Utf8JsonReader reader, out string value)
    {
        value = "";
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return Reading.None;

            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                LenientJson.SkipChildren(ref reader);
                return Reading.Unreadable;

            default:
                value = LenientText.Read(ref reader);
                return Reading.Value;
        }
    }

    public override bool TryScan(ref JsonCursor cursor, StringPool? words, out string value)
    {
        var isText = cursor.TryText(out var text, out var isAscii);
        value = isText ? words?.Get(text, isAscii) ?? StringPool.Text(text, isAscii) : "";
        return isText;
    }

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}
