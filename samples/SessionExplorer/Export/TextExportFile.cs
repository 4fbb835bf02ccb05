using System.Text;
using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>A file of lines, which may be cut off after any of them. It grows by whole commits.</summary>
internal abstract class TextExportFile : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly MemoryStream _waiting = new();

    /// <param name="path">The file.</param>
    /// <param name="length">Up to where it is good; whatever follows was written after the last commit, and is cut off.</param>
    /// <param name="mode">Its mode; null for the usual one.</param>
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

    /// <summary>Rows wait in memory until the next commit.</summary>
    public void Add(IReadOnlyList<VideoSession> sessions)
    {
        foreach (var session in sessions)
            WriteRow(session);
    }

    /// <summary>Writes what waits. Not to be cancelled: it is over soon, and a row is written whole or not at all.</summary>
    /// <returns>Up to where the file is good.</returns>
    public async Task<long> CommitAsync()
    {
        await Writer.FlushAsync();
        _file.Write(_waiting.GetBuffer().AsSpan(0, (int)_waiting.Length));
        _file.Flush(flushToDisk: true);
        _waiting.SetLength(0);
        return _file.Length;
    }

    // What waits is not written: it belongs to no commit.
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    protected abstract void WriteRow(VideoSession session);
}
