using System.Diagnostics;
using System.Text;

namespace NightlyExport.Tests.Support;

/// <summary>Runs the built program without the user's environment variables.</summary>
internal sealed class Worker
{
    private readonly Dictionary<string, string?> _environment = new()
    {
        ["MediaMelon__ApiKey"] = null,
        ["MediaMelon__CustomerId"] = null,
        ["AZURE_STORAGE_CONNECTION_STRING"] = null,
        ["JOB_COMPLETION_INDEX"] = null,
        ["SLURM_ARRAY_TASK_ID"] = null,
        ["DOTNET_TieredPGO"] = "0", // each run takes seconds, too short for instrumented code
        ["HOME"] = Path.GetTempPath(),
        ["APPDATA"] = Path.GetTempPath(),
    };

    public Worker With(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>Configures many small pages and a slow service, so that a test can interrupt the run.</summary>
    public Worker Slow() => With("Demo__Latency", "00:00:00.030").With("MediaMelon__Paging__PageSize", "50");

    public Task<Run> RunAsync(params string[] arguments) => RunProgramAsync(Paths.Worker, arguments);

    /// <summary>Runs another program in the same environment: a copy, or a shell that starts the program.</summary>
    public async Task<Run> RunProgramAsync(string program, params string[] arguments)
    {
        using var running = Start(program, arguments);
        return await running.EndAsync();
    }

    public RunningProgram Start(params string[] arguments) => Start(Paths.Worker, arguments);

    /// <summary>Starts the program so that it receives Ctrl+C, which shells disable for background processes.</summary>
    public RunningProgram StartInterruptible(params string[] arguments) =>
        Start("/usr/bin/env", ["--default-signal=INT", Paths.Worker, .. arguments]);

    private RunningProgram Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;

        return new RunningProgram(Process.Start(start)!);
    }
}
