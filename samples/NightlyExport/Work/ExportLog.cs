using Microsoft.Extensions.Logging;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>What the worker says.</summary>
internal static partial class ExportLog
{
    [LoggerMessage(1, LogLevel.Information, "Exporting {Hours} hours of {Start:u} to {End:u}, shard {Shard}, to {Output}.")]
    public static partial void Begins(
        this ILogger logger, int hours, DateTimeOffset start, DateTimeOffset end, Shard shard, string output);

    [LoggerMessage(2, LogLevel.Information, "Wrote {Folder}: {Sessions} sessions.")]
    public static partial void Wrote(this ILogger logger, string folder, long sessions);

    [LoggerMessage(3, LogLevel.Information, "Skipped {Folder}: it is there.")]
    public static partial void Skipped(this ILogger logger, string folder);

    [LoggerMessage(4, LogLevel.Information, "Done: {Hours} hours are there, {Sessions} sessions were written.")]
    public static partial void Done(this ILogger logger, int hours, long sessions);

    [LoggerMessage(5, LogLevel.Warning, "Interrupted. The same command goes on with the hours that are missing.")]
    public static partial void Interrupted(this ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "Failed. The same command goes on with the hours that are missing.")]
    public static partial void Failed(this ILogger logger, Exception exception);
}
