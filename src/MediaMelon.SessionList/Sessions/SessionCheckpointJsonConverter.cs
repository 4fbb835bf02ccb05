using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <summary>Reads and writes a <see cref="SessionCheckpoint"/> as text. Supports dictionary keys.</summary>
public sealed class SessionCheckpointJsonConverter : JsonConverter<SessionCheckpoint>
{
    /// <summary>Reads the checkpoint from its text.</summary>
    /// <exception cref="JsonException">The value is not a string, or its text is not a checkpoint.</exception>
    public override SessionCheckpoint? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read<SessionCheckpoint>(ref reader);

    /// <summary>Writes the text of the checkpoint.</summary>
    public override void Write(Utf8JsonWriter writer, SessionCheckpoint value, JsonSerializerOptions options) =>
        JsonText.Write(writer, value);

    /// <inheritdoc/>
    public override SessionCheckpoint ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert,
        JsonSerializerOptions options) =>
        JsonText.Read<SessionCheckpoint>(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SessionCheckpoint value, JsonSerializerOptions options) =>
        JsonText.WriteName(writer, value);
}
