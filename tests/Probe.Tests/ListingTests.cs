using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

namespace Probe.Tests;

/// <summary>Tests listings and filters with services that differ in behaviour that the vendor does not document.</summary>
public sealed class ListingTests
{
    private static readonly SessionPeriod Period = SessionPeriod.FromUnixSeconds(ProbedService.Period.Start,
        ProbedService.Period.End);

    public static TheoryData<string> Presets { get; } = [nameof(EmulatorProfile.ListPage), nameof(EmulatorProfile.AuthPage)];

    [Theory]
    [MemberData(nameof(Presets))]
    public Task Listing_of_preset_service_returns_each_session_once(string name) => AssertListsAllAsync(
        name == nameof(EmulatorProfile.ListPage) ? EmulatorProfile.ListPage : EmulatorProfile.AuthPage, seed: 4);

    [Fact]
    public async Task Listing_of_random_services_returns_each_session_once()
    {
        for (var seed = 1; seed <= 60; seed++)
            await AssertListsAllAsync(ProfileGenerator.Create(seed), seed);
    }

    private static async Task AssertListsAllAsync(EmulatorProfile profile, int seed)
    {
        var sessions = ProbedService.Sessions(seed).ToList();
        var emulator = new SessionListEmulator(sessions, profile);
        var paging = new PagingOptions { PageSize = 100 + (seed % 3), MaxConcurrentRequests = 1 + (seed % 4) };
        using var client = SessionListClient.Create(
            new() { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey, Paging = paging },
            emulator.CreateHandler());
        var android = SessionDimensions.OperatingSystem.Is("Android");
        var query = SessionQuery.For(SessionMetrics.StartupTime, Period)
            .Include(SessionDimensions.OperatingSystem)
            .Where(android)
            .Where(SessionMetrics.StartupTime > TimeSpan.FromSeconds(0.5))
            .OrderBy(SessionFields.StartTime);

        var ids = new List<string?>();
        await foreach (var session in client.ListSessionsAsync(query, TestContext.Current.CancellationToken))
            ids.Add(session.SessionId);

        Assert.Equal(Expected(sessions, profile).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string?> Expected(IEnumerable<VideoSession> sessions, EmulatorProfile profile) => sessions
        .Where(session => session.EndTime is { } end
            && (end > Period.Start || (profile.StartIsInclusive && end == Period.Start))
            && (end < Period.End || (profile.EndIsInclusive && end == Period.End)))
        .Where(session => session.ViewStatus != ViewStatus.Running && session.ViewStatus != ViewStatus.Loaded)
        .Where(session => session.OperatingSystem == "Android" && session.StartupTime > TimeSpan.FromSeconds(0.5))
        .Select(session => session.SessionId);
}
