using MediaMelon.SessionList;
using Parquet;
using Parquet.Schema;

namespace NightlyExport.Files;

/// <summary>A Parquet file of sessions, written row group by row group: no more than one of them is in memory.</summary>
internal sealed class SessionFile : IAsyncDisposable
{
    private const int RowsPerGroup = 20_000;

    private readonly FileStream _stream;
    private readonly ParquetWriter _writer;
    private readonly SessionColumn[] _columns;
    private int _waiting;

    private SessionFile(FileStream stream, ParquetWriter writer, SessionColumn[] columns)
    {
        _stream = stream;
        _writer = writer;
        _columns = columns;
    }

    /// <summary>How many sessions it holds.</summary>
    public long Sessions { get; private set; }

    /// <summary>Begins a file, in place of what a run that was killed may have left.</summary>
    public static async Task<SessionFile> CreateAsync(string path)
    {
        var columns = SessionColumns.Create();
        var schema = new ParquetSchema(columns.Select(column => column.Field));
        var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        return new(stream, await ParquetWriter.CreateAsync(schema, stream), columns);
    }

    public async ValueTask AddAsync(VideoSession session)
    {
        foreach (var column in _columns)
            column.Add(session);

        Sessions++;
        if (++_waiting == RowsPerGroup)
            await WriteGroupAsync();
    }

    /// <summary>Writes what waits and the footer; the file is whole and on the disk when this returns.</summary>
    public async Task CompleteAsync()
    {
        if (_waiting > 0)
            await WriteGroupAsync();

        await _writer.DisposeAsync();
        _stream.Flush(flushToDisk: true);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task WriteGroupAsync()
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns)
            await column.WriteAsync(group);

        _waiting = 0;
    }
}
