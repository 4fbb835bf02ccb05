using System.Text.Json;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Reads the rows of a response into a custom type, and the columns for pagination into sessions.</summary>
internal sealed class PagingRowReader<TRow>(RowType<TRow> type) : IRowReader
{
    private readonly TypedRowReader<TRow> _reader = new(type);
    private readonly List<TRow> _rows = [];

    public IReadOnlyList<TRow> Rows => _rows;

    public int UnreadableValues => _reader.UnreadableValues;

    public IReadOnlyDictionary<string, int>? UnreadableColumns => _reader.UnreadableColumns;

    public VideoSession Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var session = new VideoSession();
        _rows.Add(_reader.Read(json, ref reader, session));
        return session;
    }
}
