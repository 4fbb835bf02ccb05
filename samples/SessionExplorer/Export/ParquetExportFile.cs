using System.Buffers.Binary;
using MediaMelon.SessionList;
using Parquet;
using Parquet.Schema;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Export;

/// <summary>A Parquet file that is complete after every commit: each adds a row group and writes the footer anew.</summary>
internal sealed class ParquetExportFile : IExportFile
{
    private const int RowsPerGroup = 20_000;
    private const int FooterLengthAndMagic = 8;

    private readonly FileStream _file;
    private readonly IReadOnlyList<Column> _columns;
    private readonly ParquetColumn[] _values;
    private readonly ParquetSchema _schema;
    private int _waiting;

    public ParquetExportFile(string path, FilePosition position, IReadOnlyList<Column> columns)
    {
        _columns = columns;
        _values = [.. columns.Select(ParquetColumn.Of)];
        _schema = new ParquetSchema(_values.Select(column => column.Field));
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        position.Restore(_file);
    }

    public bool IsReady => _waiting >= RowsPerGroup;

    public void Add(IReadOnlyList<VideoSession> sessions)
    {
        foreach (var session in sessions)
        {
            for (var index = 0; index < _values.Length; index++)
                _values[index].Add(_columns[index].Read(session));
        }

        _waiting += sessions.Count;
    }

    public async Task<FilePosition> CommitAsync()
    {
        _file.Position = 0;
        await using (var writer = await ParquetWriter.CreateAsync(_schema, _file, append: _file.Length > 0))
        {
            if (_waiting > 0)
                await WriteGroupAsync(writer);
        }

        _file.Flush(flushToDisk: true);
        return new FilePosition(_file.Length, ReadFooter());
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async Task WriteGroupAsync(ParquetWriter writer)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in _values)
            await column.WriteAsync(group);

        _waiting = 0;
    }

    private byte[] ReadFooter()
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        _file.Position = _file.Length - FooterLengthAndMagic;
        _file.ReadExactly(length);

        var footer = new byte[BinaryPrimitives.ReadInt32LittleEndian(length) + FooterLengthAndMagic];
        _file.Position = _file.Length - footer.Length;
        _file.ReadExactly(footer);
        return footer;
    }
}
