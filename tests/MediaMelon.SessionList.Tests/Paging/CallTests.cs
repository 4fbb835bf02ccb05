using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 14, and what a call does before anything is enumerated.</summary>
public sealed class CallTests : IDisposable
{
    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(25));
    private readonly SessionListClient _client;

    public CallTests() => _client = _emulator.CreateClient(new() { PageSize = 10 });

    public static TheoryData<PagingOptions, string> WrongOptions { get; } = new()
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
    public async Task Nothing_is_requested_before_the_first_step()
    {
        await using var sessions = _client.ListSessionsAsync(TestListing.Query, cancellationToken: Token).GetAsyncEnumerator(Token);
        await using var pages = _client.ListPagesAsync(TestListing.Query, cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.Empty(_emulator.Requests);

        Assert.True(await sessions.MoveNextAsync());
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task Every_enumeration_begins_anew()
    {
        var sessions = _client.ListSessionsAsync(TestListing.Query, cancellationToken: Token);
        var pages = _client.ListPagesAsync(TestListing.Query, cancellationToken: Token);

        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(TestListing.Ids(25), await sessions.Select(session => session.SessionId).ToListAsync(Token));
            Assert.Equal(TestListing.Ids(25), (await pages.ToListAsync(Token)).Ids());
        }

        Assert.Equal(4 * 3, _emulator.Requests.Count);
    }

    [Fact]
    public async Task Two_enumerations_at_a_time_do_not_disturb_each_other()
    {
        var sessions = _client.ListSessionsAsync(TestListing.Query, new() { PageSize = 4, MaxConcurrentRequests = 3, SliceBy = TimeSpan.FromHours(20) }, cancellationToken: Token);
        await using var first = sessions.GetAsyncEnumerator(Token);
        await using var second = sessions.GetAsyncEnumerator(Token);
        var firsts = new List<string?>();
        var seconds = new List<string?>();

        while (await first.MoveNextAsync())
        {
            firsts.Add(first.Current.SessionId);
            if (firsts.Count % 2 == 0 && await second.MoveNextAsync())
                seconds.Add(second.Current.SessionId);
        }

        while (await second.MoveNextAsync())
            seconds.Add(second.Current.SessionId);

        Assert.Equal(TestListing.Ids(25), firsts);
        Assert.Equal(TestListing.Ids(25), seconds);
    }

    [Fact]
    public async Task Two_enumerations_on_two_threads_do_not_either()
    {
        var sessions = _client.ListSessionsAsync(TestListing.Query, new() { PageSize = 3, MaxConcurrentRequests = 4 }, cancellationToken: Token);

        var walks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () => await sessions.Select(session => session.SessionId).ToListAsync(Token), Token)));

        Assert.All(walks, ids => Assert.Equal(TestListing.Ids(25), ids));
    }

    [Fact]
    public async Task An_enumeration_that_is_over_stays_over()
    {
        await using var sessions = _client.ListSessionsAsync(TestListing.Query.Take(1), cancellationToken: Token).GetAsyncEnumerator(Token);

        Assert.True(await sessions.MoveNextAsync());
        Assert.False(await sessions.MoveNextAsync());
        Assert.False(await sessions.MoveNextAsync());
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task Options_are_copied_when_a_listing_is_called()
    {
        var paging = new PagingOptions { PageSize = 10 };
        var sessions = _client.ListSessionsAsync(TestListing.Query, paging, cancellationToken: Token);
        paging.PageSize = 0;
        paging.SliceBy = TimeSpan.FromSeconds(1);

        Assert.Equal(25, (await sessions.ToListAsync(Token)).Count);
        Assert.Equal(["0+10", "10+10", "20+10"], _emulator.Asked());
    }

    [Fact]
    public async Task The_clients_options_are_copied_when_it_is_made()
    {
        var paging = new PagingOptions { PageSize = 10 };
        using var client = _emulator.CreateClient(paging);
        paging.PageSize = 1;

        await client.IdsAsync(TestListing.Query);

        Assert.Equal(3, _emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public void Wrong_options_are_refused_by_the_call_itself(PagingOptions paging, string problem)
    {
        Action[] calls =
        [
            () => _client.ListSessionsAsync(TestListing.Query, paging, cancellationToken: Token),
            () => _client.ListPagesAsync(TestListing.Query, paging, cancellationToken: Token),
            () => _ = _client.GetPageAsync(TestListing.Query, paging, cancellationToken: Token),
        ];

        Assert.All(calls, call => Assert.Contains(problem, Assert.Throws<ArgumentException>(nameof(paging), call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_query_that_is_null_is_refused_by_the_call_itself()
    {
        Assert.Throws<ArgumentNullException>("query", () => _client.ListSessionsAsync(null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("query", () => _client.ListPagesAsync(null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("query", () => { _ = _client.GetPageAsync(null!, cancellationToken: Token); });
    }

    [Fact]
    public void A_client_that_was_disposed_refuses_by_the_call_itself()
    {
        _client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _client.ListSessionsAsync(TestListing.Query, cancellationToken: Token));
        Assert.Throws<ObjectDisposedException>(() => _client.ListPagesAsync(TestListing.Query, cancellationToken: Token));
        Assert.Throws<ObjectDisposedException>(() => { _ = _client.GetPageAsync(TestListing.Query, cancellationToken: Token); });
    }
}
