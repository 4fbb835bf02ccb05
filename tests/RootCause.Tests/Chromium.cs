using System.Diagnostics;

namespace RootCause.Tests;

/// <summary>Loads a page in headless Chromium.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string? Program = Names.FirstOrDefault(File.Exists);

    /// <summary>The DOM after loading, and the log of the browser.</summary>
    public static async Task<(string Dom, string Log)> LoadAsync(string file, params string[] more)
    {
        Assert.SkipUnless(
            Program is not null || File.Exists("/usr/bin/apt-get"),
            "Chromium is not installed, and apt-get is not available.");
        Assert.True(Program is not null, "Chromium is not installed: apt-get install -y chromium (.ci/run does that).");

        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(
            Program,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr",
                "--log-level=0",
                "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--no-first-run",
                $"--user-data-dir={profile.Path}", .. more, "--dump-dom", new Uri(file).AbsoluteUri,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var dom = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var log = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await dom, await log);
    }
}
