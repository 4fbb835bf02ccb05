using System.Text.Json;
using System.Text.Unicode;
using MediaMelon.SessionList.Columns;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Rows;

/// <summary>
/// Reads the rows of a page into the user's type: spells each row's values as its properties want them, and leaves the rest to
/// System.Text.Json.
/// </summary>
internal sealed class TypedRowReader<TRow>(RowType<TRow> type)
{
    private readonly RowText _row = new();
    private readonly WalkedColumns _walked = new();
    private int _number;

    /// <summary>Values that their properties cannot hold, in all rows so far.</summary>
    public int UnreadableValues { get; private set; }

    /// <summary>Reads the row that the reader stands on, and leaves the reader at its closing brace.</summary>
    /// <param name="json">What the reader reads.</param>
    /// <param name="reader">Stands on the row.</param>
    /// <param name="session">Takes what the walk looks at; null if nothing walks.</param>
    /// <exception cref="JsonException">The row is no object, or ends too early.</exception>
    /// <exception cref="SessionListResponseException">The row cannot be read into the type.</exception>
    public TRow Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, VideoSession? session = null)
    {
        RowReader.Begin(ref reader);
        _row.BeginRow();

        while (RowReader.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var member = type.Find(ref reader);
            if (member is null && type.KeepsOthers)
            {
                Keep(json, ref reader);
                continue;
            }

            RowReader.Next(ref reader);
            if (session is not null && member is { IsWalked: true })
                _walked.Read(member, reader, session);

            if (member?.Property is { } property)
                Write(property, json, ref reader);
            else
                LenientJson.SkipChildren(ref reader);
        }

        _row.EndRow();
        var row = Deserialize();
        _number++;
        return row;
    }

    private void Write(RowProperty property, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (property.Write(json, ref reader, _row) != Reading.Unreadable)
            return;

        if (!property.HoldsNull)
            throw RowFailures.OfValue(typeof(TRow), _number, property);

        UnreadableValues++;
    }

    private TRow Deserialize()
    {
        try
        {
            return JsonSerializer.Deserialize(_row.Written, type.Info)!;
        }
        catch (Exception failure)
        {
            throw RowFailures.OfRow(typeof(TRow), _number, type.Properties, _row.Written, failure);
        }
    }

    // Ill-formed text in extension data is mended, as it is in a session's additional fields.
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
        ElementReader.Read(ref value).WriteTo(writer);
    }
}
