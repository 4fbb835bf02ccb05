using System.Text;
using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Booleans: true, "true", 1, "1", and their opposites.</summary>
internal sealed class FlagFormat : ValueFormat<bool>
{
    public override string ToText(bool value, string parameterName) => value ? "true" : "false";

    public override ReadResult Read(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return ReadResult.Value;

        Span<byte> text = stackalloc byte[LenientJson.MaxScalarLength];
        var reading = LenientJson.ReadScalar(ref reader, text, out var bytes);
        if (reading != ReadResult.Value)
            return reading;

        text = text[bytes];
        value = text.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(text, "true");
        return value || text.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(text, "false")
            ? ReadResult.Value
            : ReadResult.Unreadable;
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out bool value)
    {
        value = cursor.TrySkip("true"u8);
        return value || cursor.TrySkip("false"u8);
    }

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}
