using System.Text.Json;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Writes a session as a row of the service.</summary>
internal static class RowWriter
{
    public static void Write(Utf8JsonWriter writer, VideoSession session)
    {
        writer.WriteStartObject();

        foreach (var column in SessionColumns.All)
        {
            // An unreadable value is stored in the additional fields and is written unchanged.
            if (!column.Write(writer, session) && session.AdditionalFields.TryGetValue(column.Name, out var original))
                WriteField(writer, column.Name, original);
        }

        foreach (var (name, value) in session.AdditionalFields)
        {
            if (SessionColumns.Find(name) is null)
                WriteField(writer, name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;

        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
