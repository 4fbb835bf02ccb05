using System.Diagnostics;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Proxies;
using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

// Arguments: the folder with the proxy configuration, and the command that restarts a proxy. tests/proxies.sh sets both.
var folder = args[0];
var restart = args[1];
var day = SessionPeriod.Day(new DateOnly(2026, 4, 9));
var query = SessionQuery.For(SessionMetrics.StartupTime, day);
var sessions = SyntheticSessions.Generate(1_000, day).ToList();
var quick = new SessionListEmulator(sessions) { Latency = TimeSpan.FromMilliseconds(50) };
var slow = new SessionListEmulator(sessions) { Latency = TimeSpan.FromMilliseconds(1500) };
await using var quickServer = await ServeAsync(quick, "http://127.0.0.1:8090");
await using var slowServer = await ServeAsync(slow, "http://127.0.0.1:8091");
var expected = await ReadAsync(new("without a proxy", "http://127.0.0.1:8090", 1));

Scenario[] scenarios =
[
    new("nginx limit_req 5r/s, 429 with Retry-After: 2", "http://127.0.0.1:8101", 4),
    new("nginx limit_conn 2, pages of 1.5 s", "http://127.0.0.1:8102", 4),
    new("haproxy maxconn 2, timeout queue 1s, pages of 1.5 s", "http://127.0.0.1:8103", 8),
    new("nginx gzip", "http://127.0.0.1:8104", 4),
    new("nginx keepalive_requests 3", "http://127.0.0.1:8105", 4),
    new("nginx HTTP/2 over TLS", "https://localhost:8106", 4),
    new("nginx restarts during the listing", "http://127.0.0.1:8107", 4) { Command = restart, PauseAfterPage = TimeSpan.FromMilliseconds(200) },
    new("nginx closes idle connections, no retries", "http://127.0.0.1:8108", 1) { MaxRetries = 0, PauseAfterPage = TimeSpan.FromMilliseconds(1200) },
];
var results = await Task.WhenAll(scenarios.Select(CheckAsync));
return results.All(passed => passed) & await CountRequestsAsync() ? 0 : 1;

static async Task<WebApplication> ServeAsync(SessionListEmulator emulator, string address)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    var server = builder.Build();
    server.Urls.Add(address);
    server.MapSessionListEmulator(emulator);
    await server.StartAsync();
    return server;
}

async Task<bool> CheckAsync(Scenario scenario)
{
    var time = Stopwatch.StartNew();
    try
    {
        var ids = await ReadAsync(scenario);
        var isSame = ids.SequenceEqual(expected);
        Console.WriteLine($"{(isSame ? "passed" : "FAILED: different sessions")}: {scenario.Name} ({time.Elapsed.TotalSeconds:0.0} s)");
        return isSame;
    }
    catch (SessionListException failure)
    {
        Console.WriteLine($"FAILED: {scenario.Name} ({time.Elapsed.TotalSeconds:0.0} s): {failure.Message}");
        return false;
    }
}

async Task<List<string?>> ReadAsync(Scenario scenario)
{
    using var client = Create(scenario);
    var ids = new List<string?>();
    var pages = 0;
    await foreach (var page in client.ListPagesAsync(query))
    {
        ids.AddRange(page.Sessions.Select(session => session.SessionId));
        if (++pages == 3 && scenario.Command is { } command)
            await Process.Start("sh", command)!.WaitForExitAsync();

        if (pages < 6)
            await Task.Delay(scenario.PauseAfterPage);
    }

    return ids;
}

SessionListClient Create(Scenario scenario) => SessionListClient.Create(new()
{
    CustomerId = quick.CustomerId,
    ApiKey = quick.ApiKey,
    BaseAddress = new Uri(scenario.Address),
    MaxRetries = scenario.MaxRetries,
    Paging = { PageSize = 50, MaxConcurrentRequests = scenario.Concurrency },
});

// The proxy closes the connection without a response. Each attempt must be one request, even on a reused connection.
async Task<bool> CountRequestsAsync()
{
    using var client = Create(new("", "http://127.0.0.1:8109", 1));
    await client.GetPageAsync(query);
    try
    {
        await client.GetPageAsync(query.Where(SessionDimensions.Country.Is("none")));
    }
    catch (SessionListConnectionException)
    {
        // Expected.
    }

    var requests = (await File.ReadAllLinesAsync(Path.Combine(folder, "closed.log"))).Length;
    Console.WriteLine($"{(requests == 4 ? "passed" : "FAILED")}: nginx closes without a response: {requests} requests for 4 attempts");
    return requests == 4;
}
