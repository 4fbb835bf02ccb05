using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>A name in the rows, with the data that the scanner caches for it.</summary>
internal sealed class RowCell(string name, StringPool pool)
{
    /// <summary>The maximum number of cached prefixes. If the format changes often, caching is not useful.</summary>
    private const int MaxPrefixes = 8;

    private static readonly byte[] NoPrefix = [0]; // does not occur in JSON

    private readonly SessionColumn? _column = SessionColumns.Find(name);
    private readonly ColumnStringPool _strings = new(pool);
    private int _prefixes;

    public string Name { get; } = name;

    /// <summary>Whether a session has no property for this name.</summary>
    public bool IsAdditional => _column is null;

    /// <summary>The JSON before the value of the first cell of a row: the brace, the name, the colon.</summary>
    public byte[] FirstPrefix { get; private set; } = NoPrefix;

    /// <summary>The JSON before the value of any other cell: the comma, the name, the colon.</summary>
    public byte[] Prefix { get; private set; } = NoPrefix;

    /// <summary>The cell that most recently followed this cell.</summary>
    public RowCell? Next { get; set; }

    /// <summary>The number of the last row with this name.</summary>
    public long Row { get; set; }

    /// <summary>The last value. Used only for additional fields.</summary>
    public byte[] LastToken { get; set; } = [];

    /// <inheritdoc cref="LastToken"/>
    public JsonElement LastElement { get; set; }

    /// <summary>The number of the dictionary that contains the last value.</summary>
    public int Shared { get; set; }

    public void CachePrefix(ReadOnlySpan<byte> prefix, bool isFirst)
    {
        if (_prefixes++ >= MaxPrefixes)
            return;

        if (isFirst)
            FirstPrefix = prefix.ToArray();
        else
            Prefix = prefix.ToArray();
    }

    public bool TryScan(ref JsonCursor cursor, VideoSession session) => _column!.TryScan(ref cursor, session, _strings);
}
