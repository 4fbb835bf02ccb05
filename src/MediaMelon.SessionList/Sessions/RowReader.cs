using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads rows of a response into sessions and counts unreadable values.</summary>
internal sealed class RowReader : IRowReader
{
    private readonly List<string> _unreadable = [];
    private UnreadableColumns _columns;

    /// <summary>The number of unreadable or invalid Unicode values in all rows that were read.</summary>
    public int UnreadableValues => _columns.Total;

    public IReadOnlyDictionary<string, int>? UnreadableColumns => _columns.Counts;

    /// <summary>Reads the row at the reader and moves the reader to its closing brace.</summary>
    /// <exception cref="JsonException">The row is not an object, or is incomplete.</exception>
    public VideoSession Read(ref Utf8JsonReader reader)
    {
        Begin(ref reader);
        var start = reader;
        if (TryRead(ref reader, repeated: null) is not { } session)
        {
            reader = start;
            session = TryRead(ref reader, RepeatedMembers.Find(start, StringComparer.Ordinal))!;
        }

        foreach (var column in _unreadable)
            _columns.Add(column);

        return session;
    }

    VideoSession IRowReader.Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader) => Read(ref reader);

    public static void Begin(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A row must be an object. This row is {reader.TokenType}.");
    }

    public static JsonTokenType Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonException("The JSON ends in the middle of a row.");

    /// <summary>Reads the row. Returns null if a name occurs twice and the occurrences to skip are not known.</summary>
    private VideoSession? TryRead(ref Utf8JsonReader reader, HashSet<long>? repeated)
    {
        var session = new VideoSession();
        Dictionary<string, JsonElement>? additional = null;
        var seen = 0UL;
        _unreadable.Clear();

        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (repeated?.Contains(reader.TokenStartIndex) == true)
            {
                RepeatedMembers.SkipValue(ref reader);
                continue;
            }

            if (FindColumn(ref reader) is not { } column)
            {
                if (!TryAddAdditional(ref reader, additional ??= new(StringComparer.Ordinal)))
                    return null;

                continue;
            }

            if ((seen & (1UL << column.Number)) != 0)
                return null;

            seen |= 1UL << column.Number;
            Next(ref reader);
            var value = reader;
            var reading = column.Read(ref reader, session);
            if (reading is ReadResult.Unreadable or ReadResult.Repaired)
                _unreadable.Add(column.Name);

            if (reading == ReadResult.Unreadable)
                (additional ??= new(StringComparer.Ordinal))[column.Name] = ElementReader.Read(ref value);
        }

        if (additional is not null)
            session.AdditionalFieldsValue = additional;

        return session;
    }

    private bool TryAddAdditional(ref Utf8JsonReader reader, Dictionary<string, JsonElement> additional)
    {
        var name = LenientText.Read(ref reader);
        Next(ref reader);
        if (!additional.TryAdd(name, ElementReader.Read(ref reader, out var isRepaired)))
            return false;

        if (isRepaired)
            _unreadable.Add(name);

        return true;
    }

    private static SessionColumn? FindColumn(ref Utf8JsonReader reader) => reader.ValueIsEscaped || reader.HasValueSequence
        ? SessionColumns.Find(LenientText.Read(ref reader))
        : SessionColumns.Find(reader.ValueSpan);
}
