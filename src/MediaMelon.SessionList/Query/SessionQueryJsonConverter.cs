using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <summary>Reads and writes a <see cref="SessionQuery"/> as text. Supports dictionary keys.</summary>
public sealed class SessionQueryJsonConverter : JsonConverter<SessionQuery>
{
    /// <summary>Reads the query from its text.</summary>
    /// <exception cref="JsonException">The value is not a string, or its text is not a query.</exception>
    public override SessionQuery? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read<SessionQuery>(ref reader);

    /// <summary>Writes the text of the query.</summary>
    public override void Write(Utf8JsonWriter writer, SessionQuery value, JsonSerializerOptions options) =>
        JsonText.Write(writer, value);

    /// <inheritdoc/>
    public override SessionQuery ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert,
        JsonSerializerOptions options) =>
        JsonText.Read<SessionQuery>(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SessionQuery value, JsonSerializerOptions options) =>
        JsonText.WriteName(writer, value);
}
