using MediaMelon.SessionList;
using ParquetSharp;
using ParquetSharp.IO;

namespace NightlyExport.Files;

/// <summary>Writes sessions to a Parquet file. At most one row group is in memory.</summary>
internal sealed class SessionFile : IDisposable
{
    private const int RowsPerGroup = 20_000;

    private readonly Stream _stream;
    private readonly ManagedOutputStream _output;
    private readonly ParquetFileWriter _writer;
    private readonly SessionColumn[] _columns = SessionColumns.Create();
    private readonly RowDigest _digest = new();
    private readonly Dictionary<string, string> _metadata = [];
    private int _buffered;

    /// <param name="stream">Receives the file; stays open.</param>
    public SessionFile(Stream stream)
    {
        _stream = stream;
        _output = new ManagedOutputStream(stream, leaveOpen: true);

        // Statistics of text are in the order of UTF-8 bytes, as the format demands; readers skip row groups by them.
        using var properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).Build();
        _writer = new ParquetFileWriter(_output, [.. _columns.Select(column => column.Schema)], properties, _metadata);
    }

    /// <summary>How many sessions were added.</summary>
    public long Sessions { get; private set; }

    /// <summary>The digest of the rows, as the file's metadata will contain it.</summary>
    public string Digest => _digest.ToString();

    public void Add(VideoSession session)
    {
        foreach (var column in _columns)
            column.Add(session, _digest);

        _digest.EndRow();
        Sessions++;
        if (++_buffered == RowsPerGroup)
            WriteGroup();
    }

    /// <summary>Writes the buffered rows and the footer, and flushes the stream.</summary>
    public void Complete()
    {
        if (_buffered > 0)
            WriteGroup();

        _metadata[StoredSessions.DigestKey] = Digest;
        _writer.Close();
        _stream.Flush();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _output.Dispose();
    }

    private void WriteGroup()
    {
        using var group = _writer.AppendRowGroup();
        foreach (var column in _columns)
            column.Write(group);

        _buffered = 0;
    }
}
