namespace NightlyExport.Configuration;

/// <summary>What the program ends with; the README tells the same.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int Interrupted = 130;
}
