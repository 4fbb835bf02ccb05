namespace NightlyExport.Work;

/// <summary>How the run ended; interrupted, unless it gets to say otherwise.</summary>
internal sealed class RunOutcome
{
    public int ExitCode { get; set; } = Configuration.ExitCode.Interrupted;
}
