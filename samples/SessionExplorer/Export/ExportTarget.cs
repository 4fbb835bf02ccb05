namespace SessionExplorer.Export;

/// <summary>An export's files: the one wanted, the unfinished one that becomes it, and the checkpoint.</summary>
internal sealed record ExportTarget(string Final)
{
    public string Part => Final + ".part";

    public string Checkpoint => Final + ".checkpoint";

    public bool IsFinished => File.Exists(Final) && !File.Exists(Checkpoint);

    public bool HasCheckpoint => File.Exists(Checkpoint);

    public void Clear()
    {
        File.Delete(Checkpoint);
        File.Delete(Part);
    }

    public void Finish()
    {
        File.Move(Part, Final, overwrite: true);
        File.Delete(Checkpoint);
    }
}
