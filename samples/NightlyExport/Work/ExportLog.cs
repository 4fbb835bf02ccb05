using Microsoft.Extensions.Logging;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>The log messages of the worker.</summary>
internal static partial class ExportLog
{
    [LoggerMessage(1, LogLevel.Information,
        "Exporting {Hours} hours of {Start:u} to {End:u}, shard {Shard}, to {Target}. {Again} stored hours are read again.")]
    public static partial void Begins(
        this ILogger logger, int hours, DateTimeOffset start, DateTimeOffset end, Shard shard, string target, int again);

    [LoggerMessage(2, LogLevel.Information, "Wrote {Folder}: {Sessions} sessions.")]
    public static partial void Wrote(this ILogger logger, string folder, long sessions);

    [LoggerMessage(3, LogLevel.Information, "Skipped {Folder}: its file exists.")]
    public static partial void Skipped(this ILogger logger, string folder);

    [LoggerMessage(4, LogLevel.Information,
        "Done: {Hours} hours have their file, {Sessions} sessions were written, {Late} sessions came late.")]
    public static partial void Done(this ILogger logger, int hours, long sessions, long late);

    [LoggerMessage(
        5, LogLevel.Warning,
        "Interrupted; {Missing} of {Hours} hours are not done. Run the same command to continue.")]
    public static partial void Interrupted(this ILogger logger, int missing, int hours);

    [LoggerMessage(6, LogLevel.Error,
        "Failed; {Missing} of {Hours} hours are not done. Run the same command to continue. Reason: {Reason}")]
    public static partial void Failed(this ILogger logger, int missing, int hours, string reason);

    [LoggerMessage(7, LogLevel.Error, "Failed {Folder}: {Reason}")]
    public static partial void HourFailed(this ILogger logger, string folder, string reason);

    [LoggerMessage(8, LogLevel.Debug, "The exception.")]
    public static partial void Details(this ILogger logger, Exception exception);

    [LoggerMessage(9, LogLevel.Warning,
        "{Folder}: {Values} values could not be read and are null in the file, by column: {Columns}.")]
    public static partial void Unreadable(this ILogger logger, string folder, long values, UnreadableValues columns);

    [LoggerMessage(10, LogLevel.Information, "Read {Folder} again: unchanged.")]
    public static partial void Unchanged(this ILogger logger, string folder);

    [LoggerMessage(11, LogLevel.Information,
        "Replaced {Folder}: {Late} sessions came late, {Gone} are gone, {Sessions} in all.")]
    public static partial void Replaced(this ILogger logger, string folder, long late, long gone, long sessions);

    [LoggerMessage(12, LogLevel.Warning, "Another worker wrote {Folder} at the same time. Its file stays.")]
    public static partial void AlreadyStored(this ILogger logger, string folder);

    [LoggerMessage(13, LogLevel.Warning, "Another worker replaced {Folder} at the same time. Its file stays.")]
    public static partial void AlreadyReplaced(this ILogger logger, string folder);

    [LoggerMessage(14, LogLevel.Warning,
        "Sessions came late in {Folder}, the first hour of the lookback. A longer --lookback would find more.")]
    public static partial void LookbackTooShort(this ILogger logger, string folder);
}
