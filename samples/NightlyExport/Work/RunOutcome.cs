namespace NightlyExport.Work;

/// <summary>How the run ended. The initial value is: interrupted.</summary>
internal sealed class RunOutcome
{
    public int ExitCode { get; set; } = Configuration.ExitCode.Interrupted;
}
