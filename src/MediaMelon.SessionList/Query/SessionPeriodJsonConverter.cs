using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <summary>Reads and writes a <see cref="SessionPeriod"/> as text. Supports dictionary keys.</summary>
public sealed class SessionPeriodJsonConverter : JsonConverter<SessionPeriod>
{
    /// <summary>Reads the period from its text.</summary>
    /// <exception cref="JsonException">The value is not a string, or its text is not a period.</exception>
    public override SessionPeriod? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read<SessionPeriod>(ref reader);

    /// <summary>Writes the text of the period.</summary>
    public override void Write(Utf8JsonWriter writer, SessionPeriod value, JsonSerializerOptions options) =>
        JsonText.Write(writer, value);

    /// <inheritdoc/>
    public override SessionPeriod ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert,
        JsonSerializerOptions options) =>
        JsonText.Read<SessionPeriod>(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SessionPeriod value, JsonSerializerOptions options) =>
        JsonText.WriteName(writer, value);
}
