using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads rows fast, as long as they look like the row before.</summary>
/// <remarks>
/// The rows of a page have the same keys in the same order, so what stands between two values is always the same: it is compared,
/// not parsed. A value that is spelled in the usual way is read on the spot, and any other scalar by its column's general reader.
/// At the first difference (another key, a blank, an escape, an object, a value that cannot be read) the scanner gives up the
/// row: <see cref="RowReader"/> reads it from its beginning, and is the judge of what it means. So the scanner may be stricter
/// than the reader, and never more lenient.
/// </remarks>
internal sealed class RowScanner
{
    private readonly StringPool _words = new();
    private Cell[] _cells = [];
    private byte[] _tail = [];
    private IReadOnlyDictionary<string, JsonElement> _additional = VideoSession.NoFields;
    private bool _additionalChanged;

    /// <summary>
    /// Reads the row that begins at the position, and moves the position behind it; null, and nothing moved, if it gives up.
    /// </summary>
    public VideoSession? TryRead(ReadOnlySpan<byte> json, ref int position)
    {
        if (_cells.Length == 0)
            return null;

        var cursor = new JsonCursor(json, position);
        var session = new VideoSession();
        foreach (var cell in _cells)
        {
            if (!cursor.TrySkip(cell.Lead))
                return null;

            if (!(cell.Column is { } column ? column.TryScan(ref cursor, session, _words) : TryScanAdditional(ref cursor, cell)))
                return null;
        }

        if (!cursor.TrySkip(_tail))
            return null;

        session.AdditionalFieldsValue = Additional();
        position = cursor.Position;
        return session;
    }

    /// <summary>Takes a row that the general reader has read as the shape of those to come.</summary>
    public void Learn(ReadOnlySpan<byte> row)
    {
        var cells = new List<Cell>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(row);
        reader.Read();

        var end = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = LenientText.Read(ref reader);
            names.Add(name);
            reader.Read();
            cells.Add(new(name, row[end..(int)reader.TokenStartIndex].ToArray()));
            reader.Skip();
            end = (int)reader.BytesConsumed;
        }

        // A key that stands twice needs the general reader's judgement.
        _cells = names.Count == cells.Count ? [.. cells] : [];
        _tail = row[end..].ToArray();
        _additional = VideoSession.NoFields;
        _additionalChanged = _cells.Any(cell => cell.Column is null);
    }

    private bool TryScanAdditional(ref JsonCursor cursor, Cell cell)
    {
        if (cell.LastToken.Length > 0 && cursor.TrySkipScalar(cell.LastToken))
            return true;

        if (!cursor.TryScalar(out var token))
            return false;

        var reader = new Utf8JsonReader(token);
        cell.LastElement = JsonElement.ParseValue(ref reader);
        cell.LastToken = token.ToArray();
        _additionalChanged = true;
        return true;
    }

    // While the values repeat (totalpages does in every row), all rows share one dictionary.
    private IReadOnlyDictionary<string, JsonElement> Additional()
    {
        if (!_additionalChanged)
            return _additional;

        _additionalChanged = false;
        var additional = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var cell in _cells)
        {
            if (cell.Column is null)
                additional.Add(cell.Name, cell.LastElement);
        }

        return _additional = additional;
    }

    /// <summary>A value's place in the row.</summary>
    private sealed class Cell(string name, byte[] lead)
    {
        public string Name { get; } = name;

        /// <summary>What stands before the value: the brace or the comma, the key, the colon.</summary>
        public byte[] Lead { get; } = lead;

        /// <summary>The column; null for one without a property.</summary>
        public SessionColumn? Column { get; } = SessionColumns.Find(name);

        public byte[] LastToken { get; set; } = [];

        public JsonElement LastElement { get; set; }
    }
}
