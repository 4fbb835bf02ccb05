using SessionExplorer.CommandLine;
using SessionExplorer.Diagnosis;
using SessionExplorer.Errors;

namespace SessionExplorer.Commands;

/// <summary><c>doctor</c>: checks the settings, requests some sessions, and suggests how to fix problems.</summary>
internal sealed class DoctorCommand : ExplorerCommand
{
    private readonly OutputOptions _output = new();

    public DoctorCommand()
        : base(
            "doctor",
            "Checks key, customer and address with one small request, and suggests what to do.",
            "doctor",
            "doctor --built-in --output json"
        ) => _output.AddTo(this);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var findings = await Examination.RunAsync(invocation);
        await Report.WriteAsync(
            findings,
            invocation.Screen,
            _output.Read(invocation.Parsed),
            _output.Writer(invocation),
            invocation.Cancellation);
        return findings.FirstOrDefault(finding => finding.ExitCode != ExitCode.Success)?.ExitCode ?? ExitCode.Success;
    }
}
