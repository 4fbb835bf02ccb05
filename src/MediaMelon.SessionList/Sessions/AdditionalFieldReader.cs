using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>
/// Reads the additional fields of rows. While their values repeat (<c>totalpages</c> does in every row), all rows share one
/// dictionary.
/// </summary>
internal sealed class AdditionalFieldReader
{
    private readonly List<RowCell> _ofRow = [];
    private IReadOnlyDictionary<string, JsonElement> _shared = VideoSession.NoFields;
    private int _number;

    public void BeginRow() => _ofRow.Clear();

    /// <summary>Reads a scalar; false, for the general reader, if it is another value or not valid Unicode.</summary>
    public bool TryRead(ref JsonCursor cursor, RowCell cell)
    {
        _ofRow.Add(cell);
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
        cell.Shared = 0; // no dictionary has this value
        return true;
    }

    public IReadOnlyDictionary<string, JsonElement> EndRow()
    {
        if (_ofRow.Count == 0)
            return VideoSession.NoFields;

        if (_ofRow.Count == _shared.Count && AreShared())
            return _shared;

        _number++;
        var fields = new Dictionary<string, JsonElement>(_ofRow.Count, StringComparer.Ordinal);
        foreach (var cell in _ofRow)
        {
            fields.Add(cell.Name, cell.LastElement);
            cell.Shared = _number;
        }

        return _shared = fields;
    }

    private bool AreShared()
    {
        foreach (var cell in _ofRow)
        {
            if (cell.Shared != _number)
                return false;
        }

        return true;
    }
}
