using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Query;

public sealed class UrlLengthTests
{
    private static readonly SessionQuery Long = SessionQuery
        .For(SessionMetrics.StartupTime, SessionPeriod.FromUnixSeconds(1, 2))
        .Where(SessionDimensions.SubscriberId.In(Enumerable.Range(0, 10_000).Select(number => $"user-{number}")));

    [Fact]
    public void ListSessionsAsync_with_query_too_long_for_a_URL_throws_without_a_request()
    {
        var emulator = new SessionListEmulator([]);
        using var client = SessionListClient.Create(new() { CustomerId = 1, ApiKey = "key" }, emulator.CreateHandler());

        var refused = Assert.Throws<ArgumentException>(() => client.ListSessionsAsync(Long, cancellationToken: CancellationToken.None));

        Assert.Equal("query", refused.ParamName);
        Assert.DoesNotContain("user-", refused.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public void ToUri_with_query_too_long_for_a_URL_throws() =>
        Assert.Throws<InvalidOperationException>(() => Long.ToUri(new Uri("https://service.example"), 1));

    [Fact]
    public void ToUri_accepts_at_most_60000_characters_of_query()
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.FromUnixSeconds(1, 2)).WithParameter("x", "");
        var address = new Uri("https://service.example");
        var free = 60_000 - query.ToUri(address, 1).Query.TrimStart('?').Length;

        Assert.NotNull(query.WithParameter("x", new string('a', free)).ToUri(address, 1));
        var refused = Assert.Throws<InvalidOperationException>(() => query.WithParameter("x", new string('a', free + 1)).ToUri(address, 1));

        Assert.Equal(
            "The query has 60001 characters in a URL. The maximum is 60000. Split the values of its filters into several queries.",
            refused.Message);
    }

    [Fact]
    public void Query_too_long_for_a_URL_round_trips_as_text() => Assert.Equal(Long, SessionQuery.Parse(Long.ToString()));
}
