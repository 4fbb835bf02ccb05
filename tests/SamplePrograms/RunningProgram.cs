using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SamplePrograms;

/// <summary>A running sample.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _error = new();

    public RunningProgram(Process process)
    {
        _process = process;
        _process.StandardInput.Close();
        _output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The last line of standard error that was read.</summary>
    public string LastLine { get; private set; } = "";

    /// <summary>Reads standard error until a line contains the text.</summary>
    public async Task WaitForErrorAsync(string text)
    {
        while (await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            _error.Append(line).Append('\n');
            LastLine = line;
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The program ended without writing '{text}': {_error}");
    }

    public void Kill() => _process.Kill();

    public Task InterruptAsync() => SignalAsync("INT");

    /// <summary>Sends a signal by name: <c>INT</c> or <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<Run> EndAsync()
    {
        _error.Append(await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var output = await _output;
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Run(_process.ExitCode, output, _error.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();

        _process.Dispose();
    }
}
