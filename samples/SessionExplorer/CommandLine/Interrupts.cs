using System.Runtime.InteropServices;
using SessionExplorer.Errors;

namespace SessionExplorer.CommandLine;

/// <summary>Ctrl+C and SIGTERM cancel the running command. A second signal ends the program at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupts() =>
        _registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
        ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();

        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);

        _source.Cancel();
    }
}
