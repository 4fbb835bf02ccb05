using System.Collections;
using System.Text.Json;
using System.Text.Unicode;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>
/// Reads the rows of a page into a custom type. Converts the values of each row to the format that its properties expect, and
/// then calls System.Text.Json.
/// </summary>
internal sealed class TypedRowReader<TRow>(RowType<TRow> type)
{
    private readonly RowText _row = new();
    private readonly PagingColumns _pagingColumns = new();
    private readonly BitArray _seen = new(type.MemberCount);
    private RowProperty? _failed;
    private readonly List<string> _unreadable = [];
    private int _number;
    private UnreadableColumns _columns;

    /// <summary>The number of unreadable values in all rows that were read.</summary>
    public int UnreadableValues => _columns.Total;

    /// <summary>The number of unreadable values by property; null if there are none.</summary>
    public IReadOnlyDictionary<string, int>? UnreadableColumns => _columns.Counts;

    /// <summary>Reads the row at the reader and moves the reader to its closing brace.</summary>
    /// <param name="json">The JSON that the reader reads.</param>
    /// <param name="reader">The reader at the row.</param>
    /// <param name="session">Receives the columns for pagination; null without pagination.</param>
    /// <exception cref="JsonException">The row is not an object, or is incomplete.</exception>
    /// <exception cref="SessionListResponseException">The row cannot be read into the type.</exception>
    public TRow Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, VideoSession? session = null)
    {
        RowReader.Begin(ref reader);
        var start = reader;
        if (!TryWrite(json, ref reader, session, repeated: null))
        {
            reader = start;
            if (session is not null)
                PagingColumns.Clear(session);

            TryWrite(json, ref reader, session, RepeatedMembers.Find(start, type.NameComparer));
        }

        if (_failed is not null)
            throw RowExceptions.CreateForValue(typeof(TRow), _number, _failed);

        foreach (var column in _unreadable)
            _columns.Add(column);

        var row = Deserialize();
        _number++;
        return row;
    }

    /// <summary>
    /// Writes the row in the format of its type. Returns false if a name occurs twice and the occurrences to skip are not known.
    /// </summary>
    private bool TryWrite(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, VideoSession? session, HashSet<long>? repeated)
    {
        _row.BeginRow();
        _seen.SetAll(false);
        _failed = null;
        _unreadable.Clear();

        while (RowReader.Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (repeated?.Contains(reader.TokenStartIndex) == true)
            {
                RepeatedMembers.SkipValue(ref reader);
                continue;
            }

            if (type.Find(ref reader) is { } member)
            {
                if (_seen[member.Number])
                    return false;

                _seen[member.Number] = true;
                Write(member, json, ref reader, session);
            }
            else if (type.HasExtensionData)
            {
                WriteExtensionData(json, ref reader);
            }
            else
            {
                RepeatedMembers.SkipValue(ref reader);
            }
        }

        _row.EndRow();
        return true;
    }

    private void Write(RowMember member, ReadOnlySpan<byte> json, ref Utf8JsonReader reader, VideoSession? session)
    {
        RowReader.Next(ref reader);
        if (session is not null && member.IsPagingColumn)
            _pagingColumns.Read(member, reader, session);

        if (member.Property is not { } property)
        {
            LenientJson.SkipChildren(ref reader);
            return;
        }

        var reading = property.Write(json, ref reader, _row);
        if (reading == ReadResult.Unreadable && !property.IsNullable)
            _failed ??= property;
        else if (reading is ReadResult.Unreadable or ReadResult.Repaired)
            _unreadable.Add(property.Name);
    }

    private TRow Deserialize()
    {
        try
        {
            return JsonSerializer.Deserialize(_row.Written, type.Info)!;
        }
        catch (Exception failure)
        {
            throw RowExceptions.CreateForRow(typeof(TRow), _number, type.Properties, _row.Written, failure);
        }
    }

    // Replaces invalid Unicode in extension data, as in the additional fields of a session.
    private void WriteExtensionData(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var name = LenientText.Read(ref reader);
        RowReader.Next(ref reader);
        _row.BeginMember(RowText.CreateKey(name));

        var start = (int)reader.TokenStartIndex;
        var value = reader;
        LenientJson.SkipChildren(ref reader);
        var original = json[start..(int)reader.BytesConsumed];
        if (Utf8.IsValid(original) && original.IndexOf("\\u"u8) < 0)
        {
            _row.Write(original);
            return;
        }

        using var writer = new Utf8JsonWriter(_row);
        ElementReader.Read(ref value, out var isRepaired).WriteTo(writer);
        if (isRepaired)
            _unreadable.Add(name);
    }
}
