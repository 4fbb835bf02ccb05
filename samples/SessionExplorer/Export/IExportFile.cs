using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>A file that grows by whole commits: rows wait in memory until then.</summary>
internal interface IExportFile : IAsyncDisposable
{
    /// <summary>Whether enough rows wait for a commit to be worth it.</summary>
    bool IsReady { get; }

    void Add(IReadOnlyList<VideoSession> sessions);

    /// <summary>Writes what waits. Not to be cancelled: it is over soon, and a row is written whole or not at all.</summary>
    Task<FilePosition> CommitAsync();
}
