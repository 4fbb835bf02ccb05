using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 14, and the behavior of a call before its enumeration starts.</summary>
public sealed class CallTests : IDisposable
{
    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(25));
    private readonly SessionListClient _client;

    public CallTests() => _client = _emulator.CreateClient(new() { PageSize = 10 });

    public static TheoryData<PagingOptions, string> InvalidOptions { get; } = new()
    {
        { new() { PageSize = 0 }, "PageSize must be at least 1; it is 0." },
        { new() { MaxConcurrentRequests = 0 }, "MaxConcurrentRequests must be 1 to 64; it is 0." },
        { new() { MaxConcurrentRequests = 65 }, "MaxConcurrentRequests must be 1 to 64; it is 65." },
        { new() { SliceBy = TimeSpan.FromMilliseconds(500) }, "SliceBy must be whole seconds, at least one; it is 00:00:00.5000000." },
        { new() { SliceBy = TimeSpan.FromMilliseconds(1500) }, "SliceBy must be whole seconds, at least one; it is 00:00:01.5000000." },
        { new() { SliceBy = TimeSpan.Zero }, "SliceBy must be whole seconds, at least one; it is 00:00:00." },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ListSessionsAsync_before_the_first_MoveNextAsync_sends_no_request()
    {
        await using var sessions = _client.ListSessionsAsync(TestListing.Query, cancellationToken: Token).GetAsyncEnumerator(Token);
        await using var pages = _client.ListPagesAsync(TestListing.Query, cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.Empty(_emulator.Requests);

        Assert.True(await sessions.MoveNextAsync());
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task ListSessionsAsync_enumerated_twice_starts_at_the_first_page_both_times()
    {
        var sessions = _client.ListSessionsAsync(TestListing.Query, cancellationToken: Token);
        var pages = _client.ListPagesAsync(TestListing.Query, cancellationToken: Token);

        for (var pass = 0; pass < 2; pass++)
        {
            Assert.Equal(TestListing.Ids(25), await sessions.Select(session => session.SessionId).ToListAsync(Token));
            Assert.Equal(TestListing.Ids(25), (await pages.ToListAsync(Token)).Ids());
        }

        Assert.Equal(4 * 3, _emulator.Requests.Count);
    }

    [Fact]
    public async Task Enumeration_interleaved_with_another_returns_all_sessions()
    {
        var sessions = _client.ListSessionsAsync(TestListing.Query, new() { PageSize = 4, MaxConcurrentRequests = 3, SliceBy = TimeSpan.FromHours(20) }, cancellationToken: Token);
        await using var first = sessions.GetAsyncEnumerator(Token);
        await using var second = sessions.GetAsyncEnumerator(Token);
        var firstIds = new List<string?>();
        var secondIds = new List<string?>();

        while (await first.MoveNextAsync())
        {
            firstIds.Add(first.Current.SessionId);
            if (firstIds.Count % 2 == 0 && await second.MoveNextAsync())
                secondIds.Add(second.Current.SessionId);
        }

        while (await second.MoveNextAsync())
            secondIds.Add(second.Current.SessionId);

        Assert.Equal(TestListing.Ids(25), firstIds);
        Assert.Equal(TestListing.Ids(25), secondIds);
    }

    [Fact]
    public async Task Enumeration_on_several_threads_returns_all_sessions_on_each()
    {
        var sessions = _client.ListSessionsAsync(TestListing.Query, new() { PageSize = 3, MaxConcurrentRequests = 4 }, cancellationToken: Token);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () => await sessions.Select(session => session.SessionId).ToListAsync(Token), Token)));

        Assert.All(results, ids => Assert.Equal(TestListing.Ids(25), ids));
    }

    [Fact]
    public async Task MoveNextAsync_after_the_last_session_returns_false_and_sends_no_request()
    {
        await using var sessions = _client.ListSessionsAsync(TestListing.Query.Take(1), cancellationToken: Token).GetAsyncEnumerator(Token);

        Assert.True(await sessions.MoveNextAsync());
        Assert.False(await sessions.MoveNextAsync());
        Assert.False(await sessions.MoveNextAsync());
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task PagingOptions_changed_after_the_call_have_no_effect_on_the_listing()
    {
        var paging = new PagingOptions { PageSize = 10 };
        var sessions = _client.ListSessionsAsync(TestListing.Query, paging, cancellationToken: Token);
        paging.PageSize = 0;
        paging.SliceBy = TimeSpan.FromSeconds(1);

        Assert.Equal(25, (await sessions.ToListAsync(Token)).Count);
        Assert.Equal(["0+10", "10+10", "20+10"], _emulator.RequestedRanges());
    }

    [Fact]
    public async Task PagingOptions_changed_after_the_client_was_created_have_no_effect()
    {
        var paging = new PagingOptions { PageSize = 10 };
        using var client = _emulator.CreateClient(paging);
        paging.PageSize = 1;

        await client.IdsAsync(TestListing.Query);

        Assert.Equal(3, _emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(InvalidOptions))]
    public void Listing_call_with_invalid_PagingOptions_throws_before_the_enumeration(PagingOptions paging, string error)
    {
        Action[] calls =
        [
            () => _client.ListSessionsAsync(TestListing.Query, paging, cancellationToken: Token),
            () => _client.ListPagesAsync(TestListing.Query, paging, cancellationToken: Token),
            () => _ = _client.GetPageAsync(TestListing.Query, paging, cancellationToken: Token),
        ];

        Assert.All(calls, call => Assert.Contains(error, Assert.Throws<ArgumentException>(nameof(paging), call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Listing_call_with_null_query_throws_before_the_enumeration()
    {
        Assert.Throws<ArgumentNullException>("query", () => _client.ListSessionsAsync(null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("query", () => _client.ListPagesAsync(null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("query", () => { _ = _client.GetPageAsync(null!, cancellationToken: Token); });
    }

    [Fact]
    public void Listing_call_on_a_disposed_client_throws_before_the_enumeration()
    {
        _client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _client.ListSessionsAsync(TestListing.Query, cancellationToken: Token));
        Assert.Throws<ObjectDisposedException>(() => _client.ListPagesAsync(TestListing.Query, cancellationToken: Token));
        Assert.Throws<ObjectDisposedException>(() => { _ = _client.GetPageAsync(TestListing.Query, cancellationToken: Token); });
    }
}
