using System.Diagnostics;
using System.Text;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>Runs the SDK's commands.</summary>
internal static class Dotnet
{
    /// <summary>What the command printed; the test fails with it if the command does.</summary>
    public static Task<string> RunAsync(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        RunProgramAsync("dotnet", folder, arguments, environment);

    public static async Task<string> RunProgramAsync(
        string program,
        string folder,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // What the build of this test told its own processes is not for others; and none may outlive its command, holding the output open.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment.Prepend(("MSBUILDDISABLENODEREUSE", "1")).Prepend(("UseSharedCompilation", "false")))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}\n{output}\n{await error}");
        return output.ReplaceLineEndings("\n");
    }
}
