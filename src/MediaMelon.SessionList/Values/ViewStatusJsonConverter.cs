using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>Reads and writes a <see cref="ViewStatus"/> as its value.</summary>
public sealed class ViewStatusJsonConverter : JsonConverter<ViewStatus>
{
    /// <summary>Reads the value. A number or a boolean becomes its JSON text.</summary>
    /// <exception cref="JsonException">The value is an object, an array or null.</exception>
    public override ViewStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ValueFormats.Status.Read(ref reader, out var status).HasValue()
            ? status
            : throw new JsonException($"A view status must be a string. This value is {reader.TokenType}.");

    /// <summary>Writes the value.</summary>
    public override void Write(Utf8JsonWriter writer, ViewStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ValueFormats.Status.Write(writer, value);
    }
}
