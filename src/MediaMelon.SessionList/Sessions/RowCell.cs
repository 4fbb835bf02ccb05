using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>A name in the rows, and what the scanner remembers of it.</summary>
internal sealed class RowCell(string name, StringPool pool)
{
    /// <summary>Names that are formatted differently again and again are not worth remembering.</summary>
    private const int MaxLessons = 8;

    private static readonly byte[] Nothing = [0]; // occurs nowhere in JSON

    private readonly SessionColumn? _column = SessionColumns.Find(name);
    private readonly ColumnStringPool _words = new(pool);
    private int _lessons;

    public string Name { get; } = name;

    /// <summary>Whether a session has no property for it.</summary>
    public bool IsAdditional => _column is null;

    /// <summary>What precedes the value of the row's first cell: the brace, the name, the colon.</summary>
    public byte[] LeadAsFirst { get; private set; } = Nothing;

    /// <summary>The same for all other cells: the comma, the name, the colon.</summary>
    public byte[] Lead { get; private set; } = Nothing;

    /// <summary>The cell that followed this one last.</summary>
    public RowCell? Next { get; set; }

    /// <summary>The number of the row that had it last.</summary>
    public long Row { get; set; }

    /// <summary>The value last read; only for additional fields.</summary>
    public byte[] LastToken { get; set; } = [];

    /// <inheritdoc cref="LastToken"/>
    public JsonElement LastElement { get; set; }

    /// <summary>The dictionary that has the last value, by its number.</summary>
    public int Shared { get; set; }

    public void Learn(ReadOnlySpan<byte> primary, bool isFirst)
    {
        if (_lessons++ >= MaxLessons)
            return;

        if (isFirst)
            LeadAsFirst = primary.ToArray();
        else
            Lead = primary.ToArray();
    }

    public bool TryScan(ref JsonCursor cursor, VideoSession session) => _column!.TryScan(ref cursor, session, _words);
}
