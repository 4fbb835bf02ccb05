using System.Text;
using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>A text file that can be truncated after any line. It grows by complete commits.</summary>
internal abstract class TextExportFile : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly MemoryStream _waiting = new();

    /// <param name="path">The file.</param>
    /// <param name="length">The valid length. Later bytes were written after the last commit, and are removed.</param>
    /// <param name="mode">Its mode. Null for the default mode.</param>
    protected TextExportFile(string path, long length, UnixFileMode? mode)
    {
        _file = ExportStreams.Open(path, FileMode.OpenOrCreate, mode);
        if (_file.Length < length)
            throw new IOException($"'{path}' is shorter than its checkpoint specifies. Start again with --overwrite.");

        _file.SetLength(length);
        _file.Position = length;
        Writer = new StreamWriter(_waiting, new UTF8Encoding(false)) { NewLine = "\n" };
    }

    protected StreamWriter Writer { get; }

    /// <summary>Buffers a row in memory until the next commit.</summary>
    public void Add(IReadOnlyList<VideoSession> sessions)
    {
        foreach (var session in sessions)
            WriteRow(session);
    }

    /// <summary>Writes the buffered rows. It cannot be cancelled: it is short, and rows must be written completely.</summary>
    /// <returns>The valid length of the file.</returns>
    public async Task<long> CommitAsync()
    {
        await Writer.FlushAsync();
        _file.Write(_waiting.GetBuffer().AsSpan(0, (int)_waiting.Length));
        _file.Flush(flushToDisk: true);
        _waiting.SetLength(0);
        return _file.Length;
    }

    // Buffered rows are not written: they belong to no commit.
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    protected abstract void WriteRow(VideoSession session);
}
