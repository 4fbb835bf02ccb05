using SessionExplorer.CommandLine;

namespace SessionExplorer.Reports;

/// <summary>Writes a report. The file is renamed to its final name when it is complete.</summary>
internal static class ReportFile
{
    public static async Task WriteAsync(FileInfo file, ReportContent content, CancellationToken cancellationToken)
    {
        var part = file.FullName + ".part";
        await File.WriteAllTextAsync(part, ReportPage.Render(content), cancellationToken);
        File.Move(part, file.FullName, overwrite: true);
        await Console.Error.WriteLineAsync($"Wrote the report to {file}.");
    }

    /// <summary>Checks the path before the sessions are read.</summary>
    public static void Check(FileInfo file)
    {
        if (file.Directory is not { Exists: true })
            throw new UsageException($"--report: the folder '{file.DirectoryName}' does not exist.");
        if (Directory.Exists(file.FullName))
            throw new UsageException($"--report: '{file}' is a folder.");
    }
}
