using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Emulator;

/// <summary>A web application on a free port. It maps emulators and one other endpoint.</summary>
internal sealed class EmulatorApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmulatorApp(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<EmulatorApp> StartAsync(params (string Prefix, SessionListEmulator Emulator)[] emulators)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var (prefix, emulator) in emulators)
            app.MapGroup(prefix).MapSessionListEmulator(emulator);

        app.MapGet("/health", () => Results.Text("healthy"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
