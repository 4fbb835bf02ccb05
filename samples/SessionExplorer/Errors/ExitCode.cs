namespace SessionExplorer.Errors;

/// <summary>The exit codes of the program, as the README lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Error = 1;
    public const int Usage = 2;
    public const int NotAuthorised = 3;
    public const int Throttled = 4;
    public const int Interrupted = 130;
}
