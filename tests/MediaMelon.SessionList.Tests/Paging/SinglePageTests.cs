using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class SinglePageTests : IDisposable
{
    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(25));
    private readonly SessionListClient _client;

    public SinglePageTests() => _client = _emulator.CreateClient(new() { PageSize = 10, SliceBy = TimeSpan.FromSeconds(5), MaxConcurrentRequests = 8 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task GetPageAsync_first_page_sends_one_request_for_the_whole_period()
    {
        var page = await _client.GetPageAsync(TestListing.Query, cancellationToken: Token);

        Assert.Equal(TestListing.Ids(10), page.Sessions.Select(session => session.SessionId));
        Assert.Equal(0, page.Offset);
        Assert.Equal(25, page.TotalCount);
        var request = Assert.Single(_emulator.Requests);
        Assert.Equal(TestListing.Period.ToString(), request.Parameters["period"]);
        Assert.Equal("10", request.Parameters["limit"]);
    }

    [Fact]
    public async Task GetPageAsync_with_each_Next_returns_all_sessions()
    {
        var pages = new List<SessionPage> { await _client.GetPageAsync(TestListing.Query.Skip(2), cancellationToken: Token) };
        while (pages[^1].Next is { } next)
            pages.Add(await _client.GetPageAsync(TestListing.Query.Skip(2), resumeFrom: next, cancellationToken: Token));

        Assert.Equal(TestListing.Ids(2, 23), pages.Ids());
        Assert.Equal([2, 12, 22], pages.Select(page => page.Offset));
    }

    [Fact]
    public async Task GetPageAsync_with_another_page_size_continues_from_a_checkpoint()
    {
        var first = await _client.GetPageAsync(TestListing.Query, cancellationToken: Token);
        var second = await _client.GetPageAsync(TestListing.Query, new() { PageSize = 3 }, first.Next, Token);

        Assert.Equal(TestListing.Ids(10, 3), second.Sessions.Select(session => session.SessionId));
    }

    [Fact]
    public async Task GetPageAsync_applies_Take_to_all_pages_together()
    {
        var query = TestListing.Query.Take(14);

        var first = await _client.GetPageAsync(query, cancellationToken: Token);
        var second = await _client.GetPageAsync(query, resumeFrom: first.Next, cancellationToken: Token);

        Assert.Equal(["0+10", "10+4"], _emulator.RequestedRanges());
        Assert.Equal(TestListing.Ids(10, 4), second.Sessions.Select(session => session.SessionId));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task GetPageAsync_after_Take_is_reached_returns_an_empty_page_without_a_request()
    {
        var query = TestListing.Query.Take(10);

        var page = await _client.GetPageAsync(query, resumeFrom: SessionCheckpoint.AtStart(query) with { Offset = 10, Delivered = 10 }, cancellationToken: Token);

        Assert.Empty(page.Sessions);
        Assert.Null(page.Next);
        Assert.Empty(_emulator.Requests);
    }

    [Fact]
    public async Task GetPageAsync_page_longer_than_Take_is_truncated()
    {
        using var service = new ModelService(Enumerable.Range(0, 30).Select(id => new ModelService.Row(id, 1_000_500))) { MinLimit = 12 };
        using var client = TestListing.CreateClient(service);

        var page = await client.GetPageAsync(TestListing.Query.Take(5), cancellationToken: Token);

        Assert.Equal(5, page.Sessions.Count);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task GetPageAsync_with_a_checkpoint_of_a_sliced_listing_throws()
    {
        var query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(25)));
        var next = (await _client.PagesAsync(query))[0].Next!;

        var thrown = await Assert.ThrowsAsync<ArgumentException>("resumeFrom", () => _client.GetPageAsync(query, resumeFrom: next, cancellationToken: Token));

        Assert.StartsWith(
            "The checkpoint belongs to a sliced listing, which GetPageAsync does not support. Resume it with ListPagesAsync or ListSessionsAsync.",
            thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPageAsync_failure_has_no_ResumeFrom()
    {
        _emulator.Inject(EmulatorFault.TruncatedBody());

        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => _client.GetPageAsync(TestListing.Query, cancellationToken: Token));

        Assert.Null(thrown.ResumeFrom);
    }

    [Fact]
    public async Task GetPageAsync_cancelled_throws_with_the_token_of_the_caller()
    {
        using var cancellation = new CancellationTokenSource();
        _emulator.Inject(EmulatorFault.Hang());

        var request = _client.GetPageAsync(TestListing.Query, cancellationToken: cancellation.Token);
        await Poll.UntilAsync(() => _emulator.RequestsInFlight == 1, "a request");
        await cancellation.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }
}
