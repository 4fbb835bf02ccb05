using MediaMelon.SessionList;
using ParquetSharp;
using ParquetSharp.IO;

namespace NightlyExport.Files;

/// <summary>Writes sessions to a Parquet file. At most one row group is in memory, encoded, and one batch of rows.</summary>
internal sealed class SessionFile : IDisposable
{
    private const int RowsPerGroup = 10_000;

    // As .NET values, a row needs ten times the memory that it needs in an encoded row group.
    private const int RowsPerBatch = 1_000;

    // Each column keeps an uncompressed page in memory.
    private const int BytesPerPage = 64 * 1024;

    private readonly Stream _stream;
    private readonly ManagedOutputStream _output;
    private readonly ParquetFileWriter _writer;
    private readonly SessionColumn[] _columns = SessionColumns.Create();
    private readonly RowDigest _digest = new();
    private readonly Dictionary<string, string> _metadata = [];
    private RowGroupWriter? _group;
    private int _batch;

    /// <param name="stream">Receives the file; stays open.</param>
    public SessionFile(Stream stream)
    {
        _stream = stream;
        _output = new ManagedOutputStream(stream, leaveOpen: true);

        using var properties = CreateProperties(_columns);
        _writer = new ParquetFileWriter(_output, [.. _columns.Select(column => column.Schema)], properties, _metadata);
    }

    /// <summary>How many sessions were added.</summary>
    public long Sessions { get; private set; }

    /// <summary>The digest of the rows, as written to the file's metadata.</summary>
    public string Digest => _digest.ToString();

    public void Add(VideoSession session)
    {
        foreach (var column in _columns)
            column.Add(session, _digest);

        _digest.EndRow();
        Sessions++;
        if (++_batch == RowsPerBatch)
            WriteBatch();
        if (Sessions % RowsPerGroup == 0)
            EndGroup();
    }

    /// <summary>Writes the buffered rows and the footer, and flushes the stream.</summary>
    public void Complete()
    {
        if (_batch > 0)
            WriteBatch();

        EndGroup();
        _metadata[StoredSessions.DigestKey] = Digest;
        _writer.Close();
        _stream.Flush();
    }

    public void Dispose()
    {
        _group?.Dispose();
        _writer.Dispose();
        _output.Dispose();
    }

    // Text statistics use the order of UTF-8 bytes, as the format requires. Readers skip row groups with them.
    // The system's allocator returns freed memory. The allocator of the library keeps it.
    private static WriterProperties CreateProperties(IEnumerable<SessionColumn> columns)
    {
        using var builder = new WriterPropertiesBuilder()
            .Compression(Compression.Snappy)
            .DataPagesize(BytesPerPage)
            .MemoryPool(MemoryPool.SystemMemoryPool());
        foreach (var column in columns.Where(column => !column.HasDictionary))
            builder.DisableDictionary(column.Schema.Name);

        return builder.Build();
    }

    private void WriteBatch()
    {
        _group ??= _writer.AppendBufferedRowGroup();
        for (var index = 0; index < _columns.Length; index++)
        {
            using var column = _group.Column(index);
            _columns[index].Write(column);
        }

        _batch = 0;
    }

    private void EndGroup()
    {
        _group?.Dispose();
        _group = null;
        NativeHeap.Trim();
    }
}
