using NightlyExport.Plan;

namespace NightlyExport.Files;

/// <summary>Where an hour's sessions go: under a temporary name until they are all there.</summary>
internal sealed class HourFile(string output, ExportHour hour)
{
    private const string Name = "sessions.parquet";

    private readonly string _folder = Path.Combine(output, hour.Folder);

    public string Final => Path.Combine(_folder, Name);

    public string Temporary => Final + ".tmp";

    /// <summary>Whether an earlier run wrote it.</summary>
    public bool IsFinished => File.Exists(Final);

    public Task<SessionFile> BeginAsync()
    {
        Directory.CreateDirectory(_folder);
        return SessionFile.CreateAsync(Temporary);
    }

    public void Finish() => File.Move(Temporary, Final, overwrite: true);
}
