namespace SessionExplorer.CommandLine;

/// <summary>A time as the user typed it. If clocks are set back, a local time occurs twice.</summary>
internal sealed record Moment(string Text, DateTimeOffset Earlier, DateTimeOffset Later)
{
    public bool IsAmbiguous => Earlier != Later;
}
