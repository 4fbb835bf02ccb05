using System.Diagnostics;
using MediaMelon.SessionList.WireTests.Limits;

namespace MediaMelon.SessionList.WireTests.Secrets;

/// <summary>A host can disable the redaction of URIs in the telemetry of .NET. .NET 8 does not redact them.</summary>
[Collection(typeof(NonParallelTests))]
public sealed class RedactionSwitchTests
{
    private const string Switch = "DOTNET_SYSTEM_NET_HTTP_DISABLEURIREDACTION";

    [Fact]
    public async Task Secrets_are_not_exposed_when_URI_redaction_is_off()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SecretsTests).Assembly.Location, "-noColor", "-class", typeof(SecretsTests).FullName!])
        {
            RedirectStandardOutput = true,
            Environment = { [Switch] = "True" },
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
        Assert.Matches(@"Total: \d{2,}", output);
    }
}
