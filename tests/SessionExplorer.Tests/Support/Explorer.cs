using System.Diagnostics;

namespace SessionExplorer.Tests.Support;

/// <summary>Runs the built program on reproducible data: with a fixed time, zone, and number of sessions.</summary>
internal sealed class Explorer
{
    public const string ProgramName = "session-explorer";
    private const string Never = "1000000000";

    private readonly Dictionary<string, string?> _environment = new()
    {
        ["SESSIONEXPLORER_NOW"] = "2026-04-10T15:52:42Z",
        ["SESSIONEXPLORER_SESSIONS"] = "4000",
        ["SESSIONEXPLORER_PROGRESS_MS"] = Never,
        ["MEDIAMELON_API_KEY"] = null,
        ["MEDIAMELON_ACCESS_TOKEN"] = null,
        ["XDG_DATA_HOME"] = null,
        ["MEDIAMELON_CUSTOMER_ID"] = null,
        ["COLUMNS"] = null,
        ["MEDIAMELON_BASE_URL"] = null,
        ["TZ"] = "UTC",
        ["NO_COLOR"] = "1",
        ["TERM"] = "dumb",
        ["HOME"] = Path.GetTempPath(), // excludes the user secrets of the current user
        ["APPDATA"] = Path.GetTempPath(),
    };

    public Explorer With(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>Sets a key, for a service whose address is on the command line.</summary>
    public Explorer WithKey() => With("MEDIAMELON_API_KEY", "key-4711").With("MEDIAMELON_CUSTOMER_ID", "5");

    public Explorer Latency(int milliseconds) => With("SESSIONEXPLORER_LATENCY_MS", $"{milliseconds}");

    /// <summary>Writes a progress line for every page, so that tests can wait for it.</summary>
    public Explorer WithProgressPerPage() => With("SESSIONEXPLORER_PROGRESS_MS", "0");

    public Task<Run> RunAsync(params string[] arguments) => RunProgramAsync(Paths.Explorer, arguments);

    public async Task<Run> RunProgramAsync(string program, params string[] arguments)
    {
        using var running = Start(program, arguments);
        return await running.EndAsync();
    }

    /// <summary>Starts the program so that it receives Ctrl+C, which shells disable for background processes.</summary>
    public RunningProgram StartInterruptible(params string[] arguments) =>
        Start("/usr/bin/env", ["--default-signal=INT", Paths.Explorer, .. arguments]);

    private RunningProgram Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;

        return new RunningProgram(Process.Start(start)!);
    }
}
