using System.Text.Json;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Writes a session as the row it came as.</summary>
internal static class RowWriter
{
    public static void Write(Utf8JsonWriter writer, VideoSession session)
    {
        writer.WriteStartObject();

        foreach (var column in SessionColumns.All)
        {
            // A value that could not be read stands among the additional fields and goes out as it came in.
            if (!column.Write(writer, session) && session.AdditionalFields.TryGetValue(column.Name, out var asSent))
                WriteField(writer, column.Name, asSent);
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
