using NightlyExport.Plan;

namespace NightlyExport.Targets;

/// <summary>Where the data set is: a folder or an object store.</summary>
internal interface IExportTarget
{
    /// <summary>The target without any credential, for the log.</summary>
    string Name { get; }

    /// <summary>Checks, before any download, that the files of these hours can be written.</summary>
    /// <remarks>Deletes the temporary files of killed processes.</remarks>
    /// <exception cref="TargetException">They cannot be written.</exception>
    Task PrepareAsync(IEnumerable<ExportHour> hours, CancellationToken cancellationToken);

    /// <summary>The stored file of an hour, or null.</summary>
    Task<StoredHour?> FindAsync(ExportHour hour, CancellationToken cancellationToken);

    /// <summary>Opens a stored file; the stream can seek.</summary>
    Task<Stream> ReadAsync(StoredHour stored, CancellationToken cancellationToken);

    /// <summary>Creates a file that readers of the data set do not see.</summary>
    Task<Draft> BeginAsync(ExportHour hour, CancellationToken cancellationToken);

    /// <summary>Makes a complete draft visible in one step.</summary>
    /// <param name="draft">The complete file.</param>
    /// <param name="hour">Its hour.</param>
    /// <param name="replaced">The version that it replaces. If null, no version may exist.</param>
    /// <param name="cancellationToken">Cancels the commit.</param>
    /// <returns>False if another worker stored a version in the meantime; that version stays.</returns>
    Task<bool> CommitAsync(Draft draft, ExportHour hour, StoredHour? replaced, CancellationToken cancellationToken);
}
