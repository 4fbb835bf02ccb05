using System.Diagnostics;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>A second process of this program. It ends when its standard input is closed.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>The path of this program. It does not depend on the start command.</summary>
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory,
        "MediaMelon.SessionList.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public static ChildProcess Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new(Process.Start(start)!);
    }

    public Task WriteLineAsync(string line)
    {
        _process.StandardInput.WriteLine(line);
        return _process.StandardInput.FlushAsync();
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A process ended early.");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
