using System.Diagnostics;
using System.Text;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>Runs commands of the .NET SDK.</summary>
internal static class Dotnet
{
    /// <summary>Returns the output of the command. If the command fails, the test fails with the output.</summary>
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

        // Removes the MSBuild variables of the build that runs this test. No server process may outlive the command, because it
        // would keep the output open.
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
