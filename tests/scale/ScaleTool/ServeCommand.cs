using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ScaleTool;

/// <summary>Serves the emulator until standard input ends, and writes the expected results of an export.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(int count, int latency, string truth)
    {
        var sessions = Day.Generate(count).ToList();
        TruthTable.Write(sessions, truth);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapSessionListEmulator(new SessionListEmulator(sessions) { Latency = TimeSpan.FromMilliseconds(latency) });
        await app.StartAsync();

        Console.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Waits until the script closes the pipe.
        }

        await app.StopAsync();
        return 0;
    }
}
