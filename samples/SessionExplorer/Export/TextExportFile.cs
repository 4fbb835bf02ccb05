using System.Text;
using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>A file of lines, which may be cut off after any of them.</summary>
internal abstract class TextExportFile : IExportFile
{
    private readonly FileStream _file;
    private readonly MemoryStream _waiting = new();

    protected TextExportFile(string path, FilePosition position)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        position.Restore(_file);
        Writer = new StreamWriter(_waiting, new UTF8Encoding(false)) { NewLine = "\n" };
        IsNew = position.Length == 0;
    }

    public bool IsReady => true;

    protected StreamWriter Writer { get; }

    protected bool IsNew { get; }

    public void Add(IReadOnlyList<VideoSession> sessions)
    {
        foreach (var session in sessions)
            WriteRow(session);
    }

    public async Task<FilePosition> CommitAsync()
    {
        FlushRows();
        await Writer.FlushAsync();
        _file.Write(_waiting.GetBuffer().AsSpan(0, (int)_waiting.Length));
        _file.Flush(flushToDisk: true);
        _waiting.SetLength(0);
        return new FilePosition(_file.Length, []);
    }

    // What waits is not written: it belongs to no commit.
    public virtual ValueTask DisposeAsync() => _file.DisposeAsync();

    protected abstract void WriteRow(VideoSession session);

    /// <summary>Rows that the format's own writer holds back go to <see cref="Writer"/>.</summary>
    protected virtual void FlushRows() { }
}
