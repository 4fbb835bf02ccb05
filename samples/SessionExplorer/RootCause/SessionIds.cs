using System.Runtime.InteropServices;

namespace SessionExplorer.RootCause;

/// <summary>Session ids by row. An id in the usual GUID format needs 16 bytes. Other ids are stored as text.</summary>
internal sealed class SessionIds
{
    private readonly List<Guid> _guids = [];
    private readonly Dictionary<int, string?> _texts = [];

    public string? this[int row] => _texts.TryGetValue(row, out var text) ? text : _guids[row].ToString("D");

    public void Put(int row, string? id)
    {
        if (row == _guids.Count)
            _guids.Add(default);

        if (IsGuid(id, out var guid))
        {
            CollectionsMarshal.AsSpan(_guids)[row] = guid;
            _texts.Remove(row);
        }
        else
        {
            _texts[row] = id;
        }
    }

    // Only text that the conversion reproduces exactly.
    private static bool IsGuid(string? id, out Guid guid)
    {
        Span<char> back = stackalloc char[36];
        return Guid.TryParseExact(id, "D", out guid) && guid.TryFormat(back, out _, "D") && back.SequenceEqual(id);
    }
}
