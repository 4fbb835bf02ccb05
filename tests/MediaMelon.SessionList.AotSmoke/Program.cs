using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList;
using MediaMelon.SessionList.AotSmoke;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Uses the packages in a program that is compiled ahead of time or trimmed. Exits at the first failed check.
var period = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);
var emulator = new SessionListEmulator(SyntheticSessions.Generate(3000, period));

var builder = Host.CreateApplicationBuilder();
builder.Configuration.AddInMemoryCollection(
[
    new("MediaMelon:CustomerId", "1"),
    new("MediaMelon:ApiKey", "replaced-by-the-emulator"),
    new("MediaMelon:AttemptTimeout", "00:00:05"),
    new("MediaMelon:Paging:PageSize", "250"),
    new("MediaMelon:Paging:MaxConcurrentRequests", "4"),
]);
builder.Services.AddSessionListClient(builder.Configuration.GetSection("MediaMelon")).UseEmulator(emulator);

using var host = builder.Build();
await host.StartAsync();
var client = host.Services.GetRequiredService<ISessionListClient>();

var query = SessionQuery.For(SessionMetrics.StartupTime, period)
    .Include(SessionMetrics.All)
    .Include(SessionDimensions.All)
    .Where(SessionMetrics.StartupTime > TimeSpan.FromMilliseconds(500));
Expect("Parse returns the formatted query", SessionQuery.Parse(query.ToString()) == query);

var seen = new HashSet<string>();
await foreach (var session in client.ListSessionsAsync(query))
    Expect("each session matches the condition and is returned once", session.StartupTime > TimeSpan.FromMilliseconds(500) && seen.Add(session.SessionId!));
Expect("the listing returns more than 1,000 sessions", seen.Count > 1000);
Expect("the listing requests several pages", emulator.Requests.Count > 4);

var sliced = 0;
await foreach (var page in client.ListPagesAsync(query, new PagingOptions { PageSize = 100, SliceBy = TimeSpan.FromHours(3), MaxConcurrentRequests = 3 }))
    sliced += page.Sessions.Count;
Expect("a sliced listing returns the same number of sessions", sliced == seen.Count);

var rows = 0;
await foreach (var row in client.ListRowsAsync(query.Select(SmokeContext.Default.SmokeRow), SmokeContext.Default.SmokeRow))
    Expect("a row has the values of its session", seen.Contains(row.Id) && row.StartupTime > TimeSpan.FromMilliseconds(500) && row.Started > period.Start.AddDays(-1) && ++rows > 0);
await foreach (var page in client.ListRowPagesAsync(query, SmokeContext.Default.SmokeDelay, new PagingOptions { PageSize = 400 }))
    rows += page.Rows.Count(row => row.Seconds > 0.5);
Expect("listings of classes and structs return one row per session", rows == 2 * seen.Count);

var first = (await client.GetPageAsync(query)).Sessions[0];
var json = JsonSerializer.Serialize(first, SmokeContext.Default.VideoSession);
Expect("a session is unchanged after JSON serialization", JsonSerializer.Deserialize(json, SmokeContext.Default.VideoSession)!.SessionId == first.SessionId);
Expect("TryGet returns the value of a field", first.TryGet(SessionDimensions.Country, out var country) && country == first.Country);

emulator.Inject(EmulatorFault.Status(HttpStatusCode.Forbidden, body: "no"));
try
{
    await client.GetPageAsync(query);
    Expect("status 403 throws", false);
}
catch (SessionListApiException failure)
{
    Expect("the exception has the status and the body", failure is { IsAccessDenied: true, Body: "no" });
}

emulator.Inject(EmulatorFault.Body("<html>"));
try
{
    await client.GetPageAsync(query);
    Expect("an HTML response throws", false);
}
catch (SessionListResponseException failure)
{
    Expect("the exception has the HTML body", failure.Body == "<html>");
}

await host.StopAsync();
Console.WriteLine($"All checks passed on .NET {Environment.Version}.");
return 0;

static void Expect(string check, bool isTrue)
{
    if (isTrue)
        return;

    Console.Error.WriteLine($"Check failed: {check}.");
    Environment.Exit(1);
}

namespace MediaMelon.SessionList.AotSmoke
{
    internal sealed record SmokeRow
    {
        [JsonPropertyName("sessionid")]
        public required string Id { get; init; }

        [JsonPropertyName("latency")]
        public TimeSpan? StartupTime { get; init; }

        [JsonPropertyName("starttime")]
        public DateTimeOffset Started { get; init; }

        [JsonPropertyName("errors")]
        public int? Errors { get; init; }
    }

    internal readonly record struct SmokeDelay([property: JsonPropertyName("latency")] double Seconds);

    [JsonSerializable(typeof(VideoSession))]
    [JsonSerializable(typeof(SmokeRow))]
    [JsonSerializable(typeof(SmokeDelay))]
    internal sealed partial class SmokeContext : JsonSerializerContext;
}
