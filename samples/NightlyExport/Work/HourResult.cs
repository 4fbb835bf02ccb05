namespace NightlyExport.Work;

/// <summary>The result of the export of an hour.</summary>
/// <param name="IsWritten">Whether a file was written.</param>
/// <param name="Written">Sessions in that file.</param>
/// <param name="Late">Sessions that the earlier version of the file did not have.</param>
internal sealed record HourResult(bool IsWritten, long Written, long Late)
{
    public static HourResult Nothing { get; } = new(false, 0, 0);

    public static HourResult Wrote(long sessions, long late = 0) => new(true, sessions, late);
}
