using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads rows of an answer into sessions, and counts what it could not read.</summary>
internal sealed class RowReader : IRowReader
{
    /// <summary>Values of known columns that could not be read, in all rows so far.</summary>
    public int UnreadableValues { get; private set; }

    /// <summary>Reads the row that the reader stands on, and leaves the reader at its closing brace.</summary>
    /// <exception cref="JsonException">The row is no object, or ends too early.</exception>
    public VideoSession Read(ref Utf8JsonReader reader)
    {
        Begin(ref reader);
        var session = new VideoSession();
        Dictionary<string, JsonElement>? additional = null;

        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (FindColumn(ref reader) is not { } column)
            {
                var name = LenientText.Read(ref reader);
                Next(ref reader);
                (additional ??= NewFields())[name] = ElementReader.Read(ref reader);
                continue;
            }

            Next(ref reader);
            var value = reader;
            if (column.Read(ref reader, session) == Reading.Unreadable)
            {
                UnreadableValues++;
                (additional ??= NewFields())[column.Name] = ElementReader.Read(ref value);
            }
        }

        if (additional is not null)
            session.AdditionalFieldsValue = additional;

        return session;
    }

    VideoSession IRowReader.Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader) => Read(ref reader);

    public static void Begin(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A row must be an object; this is {reader.TokenType}.");
    }

    public static JsonTokenType Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonException("The JSON ends in the middle of a row.");

    private static Dictionary<string, JsonElement> NewFields() => new(StringComparer.Ordinal);

    private static SessionColumn? FindColumn(ref Utf8JsonReader reader) => reader.ValueIsEscaped || reader.HasValueSequence
        ? SessionColumns.Find(LenientText.Read(ref reader))
        : SessionColumns.Find(reader.ValueSpan);
}
