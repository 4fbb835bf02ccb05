using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Listings of numbered sessions, one per second of a long period, and clients for them.</summary>
internal static class TestListing
{
    private const long Begin = 1_000_000;

    public static SessionPeriod Period { get; } = SessionPeriod.FromUnixSeconds(Begin, Begin + 100_000);

    public static SessionQuery Query { get; } = SessionQuery.For(SessionMetrics.StartupTime, Period);

    public static DateTimeOffset At(double second) => DateTimeOffset.FromUnixTimeSeconds(Begin).AddSeconds(second);

    /// <summary>A session that starts and ends in the given second of the period.</summary>
    public static VideoSession Session(string id, double second) => new()
    {
        SessionId = id,
        StartTime = At(second),
        EndTime = At(second),
        ViewStatus = ViewStatus.Ended,
    };

    public static IEnumerable<VideoSession> Sessions(int count) => Enumerable.Range(0, count).Select(number => Session($"s{number}", number));

    /// <summary>Ids: s0, s1, and so on.</summary>
    public static IEnumerable<string> Ids(int count) => Ids(0, count);

    public static IEnumerable<string> Ids(int first, int count) => Enumerable.Range(first, count).Select(number => $"s{number}");

    /// <summary>Creates a client, by default without retries.</summary>
    public static SessionListClient CreateClient(
        this SessionListEmulator emulator,
        PagingOptions? paging = null,
        ILoggerFactory? log = null,
        TimeProvider? clock = null,
        int maxRetries = 0) => CreateClient(emulator.CreateHandler(), paging, log, clock, maxRetries);

    public static SessionListClient CreateClient(
        HttpMessageHandler service,
        PagingOptions? paging = null,
        ILoggerFactory? log = null,
        TimeProvider? clock = null,
        int maxRetries = 0)
    {
        var options = new SessionListClientOptions { CustomerId = 199493832, ApiKey = "emulator-key", MaxRetries = maxRetries, Paging = paging ?? new() };
        return SessionListClient.Create(options, service, log, clock);
    }

    /// <summary>The ids of a whole listing.</summary>
    public static async Task<List<string?>> IdsAsync(
        this ISessionListClient client,
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null)
    {
        var ids = new List<string?>();
        await foreach (var session in client.ListSessionsAsync(query, paging, resumeFrom, TestContext.Current.CancellationToken))
            ids.Add(session.SessionId);

        return ids;
    }

    /// <summary>The pages of a whole listing.</summary>
    public static async Task<List<SessionPage>> PagesAsync(
        this ISessionListClient client,
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null)
    {
        var list = new List<SessionPage>();
        await foreach (var page in client.ListPagesAsync(query, paging, resumeFrom, TestContext.Current.CancellationToken))
            list.Add(page);

        return list;
    }

    public static IEnumerable<string?> Ids(this IEnumerable<SessionPage> pages) => pages.SelectMany(page => page.Sessions).Select(session => session.SessionId);

    /// <summary>The requested ranges, in order, as "offset+limit".</summary>
    public static IEnumerable<string> RequestedRanges(this SessionListEmulator emulator) =>
        emulator.Requests.Select(request => $"{request.Parameters.GetValueOrDefault("offset", "0")}+{request.Parameters["limit"]}");
}
