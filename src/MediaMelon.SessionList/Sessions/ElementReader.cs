using System.Buffers;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads values into elements that own their bytes and can be used after the response.</summary>
/// <remarks>Replaces invalid Unicode, because an element that contains it can neither be read nor written.</remarks>
internal static class ElementReader
{
    /// <summary>Reads the value at the reader and moves the reader to its last token.</summary>
    public static JsonElement Read(ref Utf8JsonReader reader) => Read(ref reader, out _);

    /// <inheritdoc cref="Read(ref Utf8JsonReader)"/>
    /// <param name="reader">The reader at the value.</param>
    /// <param name="isRepaired">Whether invalid Unicode was replaced.</param>
    public static JsonElement Read(ref Utf8JsonReader reader, out bool isRepaired)
    {
        var scan = reader;
        isRepaired = !IsWellFormed(ref scan);
        return isRepaired ? Repair(ref reader) : JsonElement.ParseValue(ref reader);
    }

    private static bool IsWellFormed(scoped ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !LenientText.IsWellFormed(ref reader))
                return false;
        }
        while (IsInside(ref reader, depth) && reader.Read());

        return true;
    }

    private static JsonElement Repair(scoped ref Utf8JsonReader reader)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            var depth = reader.CurrentDepth;
            do
            {
                WriteToken(ref reader, writer);
            }
            while (IsInside(ref reader, depth) && reader.Read());
        }

        var repaired = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref repaired);
    }

    private static bool IsInside(scoped ref Utf8JsonReader reader, int depth) =>
        reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private static void WriteToken(scoped ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(LenientText.Read(ref reader));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(LenientText.Read(ref reader));
                break;
            default:
                writer.WriteRawValue(LenientText.Read(ref reader)); // a number, unchanged
                break;
        }
    }
}
