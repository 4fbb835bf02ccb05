using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>
/// Reads the additional fields of rows. Consecutive rows with the same values share a dictionary. For example, the value of
/// <c>totalpages</c> is the same in every row.
/// </summary>
internal sealed class AdditionalFieldReader
{
    private readonly List<RowCell> _cells = [];
    private IReadOnlyDictionary<string, JsonElement> _shared = VideoSession.NoFields;
    private int _number;

    public void BeginRow() => _cells.Clear();

    /// <summary>Reads a scalar. Returns false for other values and for invalid Unicode, which the general reader reads.</summary>
    public bool TryRead(ref JsonCursor cursor, RowCell cell)
    {
        _cells.Add(cell);
        if (cell.LastToken.Length > 0 && cursor.TrySkipScalar(cell.LastToken))
            return true;

        if (!cursor.TryScalar(out var token))
            return false;

        var reader = new Utf8JsonReader(token);
        reader.Read();
        var element = ElementReader.Read(ref reader, out var isRepaired);
        if (isRepaired)
            return false;

        cell.LastElement = element;
        cell.LastToken = token.ToArray();
        cell.Shared = 0; // no dictionary contains this value
        return true;
    }

    public IReadOnlyDictionary<string, JsonElement> EndRow()
    {
        if (_cells.Count == 0)
            return VideoSession.NoFields;

        if (_cells.Count == _shared.Count && CanShare())
            return _shared;

        _number++;
        var fields = new Dictionary<string, JsonElement>(_cells.Count, StringComparer.Ordinal);
        foreach (var cell in _cells)
        {
            fields.Add(cell.Name, cell.LastElement);
            cell.Shared = _number;
        }

        return _shared = fields;
    }

    private bool CanShare()
    {
        foreach (var cell in _cells)
        {
            if (cell.Shared != _number)
                return false;
        }

        return true;
    }
}
