using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SessionExplorer.Probe;

namespace Probe.Tests;

/// <summary>An emulator on a local port, and a probe of it.</summary>
internal sealed class ProbedService : IAsyncDisposable
{
    public const string Key = "s3cret-key-4711";
    public const string Token = "s3cret-token-0815";
    public const long Customer = 987654321;

    private static readonly DateTimeOffset Now = new(2026, 4, 9, 22, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private ProbedService(WebApplication app, SessionListEmulator emulator)
    {
        _app = app;
        Emulator = emulator;
    }

    public SessionListEmulator Emulator { get; }

    public static ProbePeriod Period { get; } = ProbePeriod.Ending(Now, TimeSpan.FromHours(1));

    public static async Task<ProbedService> StartAsync(EmulatorProfile profile, int seed)
    {
        var sessions = Sessions(seed).ToArray();
        new Random(seed).Shuffle(sessions);
        var emulator = new SessionListEmulator(sessions, profile) { ApiKey = Key, AccessToken = Token, CustomerId = Customer };

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapSessionListEmulator(emulator);
        await app.StartAsync();
        return new(app, emulator);
    }

    // Three hours around the period, so that sessions cross its bounds. Some services have more sessions than one page.
    public static IEnumerable<VideoSession> Sessions(int seed)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(Period.Start);
        var around = SessionPeriod.Between(start.AddHours(-1), start.AddHours(2));
        return SyntheticSessions.Generate(seed % 10 == 0 ? 9_000 : 500 + (97 * (seed % 13)), around, seed);
    }

    public async Task<ProbeReport> ProbeAsync(bool withToken = true)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        var target = new ProbeTarget(new(_app.Urls.Single()), Customer, Key, withToken ? Token : null);
        return await ProbeRun.RunAsync(
            handler, target, Period, TimeProvider.System, waits: false, progress: null, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
