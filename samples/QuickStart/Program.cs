// begin: quick-start
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

var day = SessionPeriod.Day(new DateOnly(2026, 4, 9));
var emulator = new SessionListEmulator(SyntheticSessions.Generate(5000, day)); // synthetic, the same on every machine

using var client = SessionListClient.Create(
    new SessionListClientOptions { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey },
    emulator.CreateHandler()); // for the real service: your customer id and key, no handler

var query = SessionQuery.For(SessionMetrics.StartupTime, day)
    .Include(SessionDimensions.OperatingSystem, SessionDimensions.Cdn)
    .Where(SessionDimensions.Country.Is("Brazil"))
    .OrderByDescending(SessionMetrics.StartupTime)
    .Take(5);

await foreach (var session in client.ListSessionsAsync(query))
    Console.WriteLine(
        $"{session.StartupTime?.TotalSeconds,6:0.00} s  {session.OperatingSystem,-9}  {session.Cdn,-8}  {session.AssetName}");
// end: quick-start
