using ParquetSharp;
using ParquetSharp.IO;

namespace NightlyExport.Files;

/// <summary>The data of an earlier file that a comparison needs.</summary>
internal sealed class StoredSessions : IDisposable
{
    public const string DigestKey = "nightly_export.digest";

    private const int IdColumn = 0;

    private readonly ManagedRandomAccessFile _input;
    private readonly ParquetFileReader _reader;

    /// <param name="stream">The file; stays open.</param>
    public StoredSessions(Stream stream)
    {
        _input = new ManagedRandomAccessFile(stream, leaveOpen: true);
        _reader = new ParquetFileReader(_input);
    }

    public long Count => _reader.FileMetaData.NumRows;

    /// <summary>The digest of its rows, or null if the file has none.</summary>
    public string? Digest => _reader.FileMetaData.KeyValueMetadata.GetValueOrDefault(DigestKey);

    /// <summary>The ids of its sessions, null included, row group by row group.</summary>
    public IEnumerable<string?> ReadIds()
    {
        for (var index = 0; index < _reader.FileMetaData.NumRowGroups; index++)
        {
            using var group = _reader.RowGroup(index);
            using var column = group.Column(IdColumn).LogicalReader<string?>();
            foreach (var id in column.ReadAll((int)group.MetaData.NumRows))
                yield return id;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _input.Dispose();
    }
}
