using System.Diagnostics;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Runs the server in a separate process. <see cref="Dispose"/> ends the process.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The path of this program. It does not depend on the start command.</summary>
    public static readonly string Self = Path.Combine(
        AppContext.BaseDirectory,
        "MediaMelon.SessionList.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private readonly Process _process;
    private readonly string _base;

    private ServerProcess(Process process, string address)
    {
        _process = process;
        _base = address;
    }

    public static ServerProcess Start()
    {
        var process = Process.Start(new ProcessStartInfo(Self, "serve") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    public Uri Address(bool wide, int rows, int delay = 0, bool hostile = false) => new(FormattableString.Invariant(
        $"{_base}/{(hostile ? "hostile" : "realistic")}/{(wide ? "wide" : "narrow")}/{rows}/{delay}"));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
