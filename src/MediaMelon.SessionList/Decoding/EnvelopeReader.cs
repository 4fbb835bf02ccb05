using System.Text.Json;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Decoding;

/// <summary>Reads a response token by token. This is the reference implementation.</summary>
/// <remarks>The envelope has the format of the sister endpoints (docs/vendor-notes.md). Unknown members are ignored.</remarks>
internal static class EnvelopeReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Removes the byte order mark that some services send before UTF-8. JSON does not allow it.</summary>
    public static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    private static ReadOnlySpan<byte> Rows => "response"u8;

    /// <exception cref="JsonException">The response is not a session list. The message gives the reason.</exception>
    public static PageResponse Read(ReadOnlySpan<byte> json) => Read(json, new RowReader());

    /// <exception cref="JsonException">The response is not a session list. The message gives the reason.</exception>
    public static PageResponse Read(ReadOnlySpan<byte> json, IRowReader rows)
    {
        var reader = new Utf8JsonReader(json);
        if (json.IsEmpty || !reader.Read())
            throw new JsonException("The response is empty.");

        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException(
                $"The response must be an object with a member named response. It is {Describe(reader.TokenType)}.");

        List<VideoSession>? sessions = null;
        long? totalCount = null, pageCount = null, totalRecords = null;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(Rows))
                sessions = sessions is null
                    ? ReadRows(json, ref reader, rows)
                    : throw new JsonException("The member named response is repeated.");
            else if (reader.ValueTextEquals("totalcount"u8))
                totalCount = ReadCounter(ref reader);
            else if (reader.ValueTextEquals("pagecount"u8))
                pageCount = ReadCounter(ref reader);
            else if (reader.ValueTextEquals("totalrecords"u8))
                totalRecords = ReadCounter(ref reader);
            else
                reader.Skip();
        }

        // One more read throws if anything follows the envelope.
        _ = reader.Read();

        return new(sessions ?? throw new JsonException("The member named response is missing."))
        {
            TotalCount = totalCount,
            PageCount = pageCount,
            TotalRecords = totalRecords,
            UnreadableValues = rows.UnreadableValues,
            UnreadableColumns = rows.UnreadableColumns,
        };
    }

    /// <summary>Finds the position after the opening bracket of the rows. Null if the rows are not found.</summary>
    public static int? FindRows(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals(Rows);
            if (!reader.Read())
                return null;

            if (isRows)
                return reader.TokenType == JsonTokenType.StartArray ? (int)reader.BytesConsumed : null;

            if (!reader.TrySkip())
                return null;
        }

        return null;
    }

    private static List<VideoSession> ReadRows(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, IRowReader rows)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"The member named response must be an array. It is {Describe(reader.TokenType)}.");

        var sessions = new List<VideoSession>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            sessions.Add(rows.Read(json, ref reader));

        return sessions;
    }

    private static long? ReadCounter(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ValueFormats.Count.Read(ref reader, out var count) == ReadResult.Value ? count : null;
    }

    private static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };
}
