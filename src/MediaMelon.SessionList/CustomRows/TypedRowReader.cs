using System.Collections;
using System.Text.Json;
using System.Text.Unicode;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>
/// Reads the rows of a page into the caller's type: spells each row's values as its properties want them, and leaves the rest to
/// System.Text.Json.
/// </summary>
internal sealed class TypedRowReader<TRow>(RowType<TRow> type)
{
    private readonly RowText _row = new();
    private readonly PagingColumns _walked = new();
    private readonly BitArray _seen = new(type.MemberCount);
    private RowProperty? _failed;
    private readonly List<string> _unreadable = [];
    private int _number;
    private UnreadableColumns _columns;

    /// <summary>Values that their properties cannot hold, in all rows so far.</summary>
    public int UnreadableValues => _columns.Total;

    /// <summary>The same by property; null if there are none.</summary>
    public IReadOnlyDictionary<string, int>? UnreadableColumns => _columns.Counts;

    /// <summary>Reads the row that the reader stands on, and leaves the reader at its closing brace.</summary>
    /// <param name="json">What the reader reads.</param>
    /// <param name="reader">Stands on the row.</param>
    /// <param name="session">Receives what pagination needs; null without pagination.</param>
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

            TryWrite(json, ref reader, session, RepeatedMembers.Find(start, type.Names));
        }

        if (_failed is not null)
            throw RowExceptions.OfValue(typeof(TRow), _number, _failed);

        foreach (var column in _unreadable)
            _columns.Add(column);

        var row = Deserialize();
        _number++;
        return row;
    }

    /// <summary>
    /// Writes the row as its type reads it; false if a name occurs twice and it is not known which occurrences to skip.
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
            else if (type.KeepsOthers)
            {
                Keep(json, ref reader);
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
        if (session is not null && member.IsWalked)
            _walked.Read(member, reader, session);

        if (member.Property is not { } property)
        {
            LenientJson.SkipChildren(ref reader);
            return;
        }

        var reading = property.Write(json, ref reader, _row);
        if (reading == ReadResult.Unreadable && !property.HoldsNull)
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
            throw RowExceptions.OfRow(typeof(TRow), _number, type.Properties, _row.Written, failure);
        }
    }

    // Ill-formed text in extension data is repaired, as in a session's additional fields.
    private void Keep(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var name = LenientText.Read(ref reader);
        RowReader.Next(ref reader);
        _row.BeginMember(RowText.Key(name));

        var start = (int)reader.TokenStartIndex;
        var value = reader;
        LenientJson.SkipChildren(ref reader);
        var asSent = json[start..(int)reader.BytesConsumed];
        if (Utf8.IsValid(asSent) && asSent.IndexOf("\\u"u8) < 0)
        {
            _row.Write(asSent);
            return;
        }

        using var writer = new Utf8JsonWriter(_row);
        ElementReader.Read(ref value, out var isRepaired).WriteTo(writer);
        if (isRepaired)
            _unreadable.Add(name);
    }
}
