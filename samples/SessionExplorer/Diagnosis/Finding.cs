using SessionExplorer.Errors;

namespace SessionExplorer.Diagnosis;

/// <summary>The result of one check.</summary>
internal sealed record Finding(string Check, string Found, string Advice = "", int ExitCode = ExitCode.Success)
{
    public bool IsGood => ExitCode == Errors.ExitCode.Success;
}
