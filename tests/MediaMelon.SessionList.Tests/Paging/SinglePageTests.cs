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
    public async Task The_first_page_is_one_request_over_the_whole_period_whatever_the_options_say()
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
    public async Task Pages_hang_together_by_their_checkpoints()
    {
        var pages = new List<SessionPage> { await _client.GetPageAsync(TestListing.Query.Skip(2), cancellationToken: Token) };
        while (pages[^1].Next is { } next)
            pages.Add(await _client.GetPageAsync(TestListing.Query.Skip(2), resumeFrom: next, cancellationToken: Token));

        Assert.Equal(TestListing.Ids(2, 23), pages.Ids());
        Assert.Equal([2, 12, 22], pages.Select(page => page.Offset));
    }

    [Fact]
    public async Task A_page_of_another_size_goes_on_from_a_checkpoint()
    {
        var first = await _client.GetPageAsync(TestListing.Query, cancellationToken: Token);
        var second = await _client.GetPageAsync(TestListing.Query, new() { PageSize = 3 }, first.Next, Token);

        Assert.Equal(TestListing.Ids(10, 3), second.Sessions.Select(session => session.SessionId));
    }

    [Fact]
    public async Task Take_counts_over_all_pages()
    {
        var query = TestListing.Query.Take(14);

        var first = await _client.GetPageAsync(query, cancellationToken: Token);
        var second = await _client.GetPageAsync(query, resumeFrom: first.Next, cancellationToken: Token);

        Assert.Equal(["0+10", "10+4"], _emulator.Asked());
        Assert.Equal(TestListing.Ids(10, 4), second.Sessions.Select(session => session.SessionId));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Where_Take_is_used_up_there_is_nothing_to_ask_for()
    {
        var query = TestListing.Query.Take(10);

        var page = await _client.GetPageAsync(query, resumeFrom: SessionCheckpoint.AtStart(query) with { Offset = 10, Delivered = 10 }, cancellationToken: Token);

        Assert.Empty(page.Sessions);
        Assert.Null(page.Next);
        Assert.Empty(_emulator.Requests);
    }

    [Fact]
    public async Task A_page_longer_than_what_is_wanted_is_cut()
    {
        using var service = new ModelService(Enumerable.Range(0, 30).Select(id => new ModelService.Row(id, 1_000_500))) { LeastLimit = 12 };
        using var client = TestListing.CreateClient(service);

        var page = await client.GetPageAsync(TestListing.Query.Take(5), cancellationToken: Token);

        Assert.Equal(5, page.Sessions.Count);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_checkpoint_of_a_sliced_listing_has_no_single_page()
    {
        var query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(25)));
        var next = (await _client.PagesAsync(query))[0].Next!;

        var thrown = await Assert.ThrowsAsync<ArgumentException>("resumeFrom", () => _client.GetPageAsync(query, resumeFrom: next, cancellationToken: Token));

        Assert.StartsWith(
            "The checkpoint belongs to a sliced listing, which has no single pages; resume it with ListPagesAsync or ListSessionsAsync.",
            thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_has_no_place_in_a_listing()
    {
        _emulator.Inject(EmulatorFault.TruncatedBody());

        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => _client.GetPageAsync(TestListing.Query, cancellationToken: Token));

        Assert.Null(thrown.ResumeFrom);
    }

    [Fact]
    public async Task A_cancelled_request_carries_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        _emulator.Inject(EmulatorFault.Hang());

        var asking = _client.GetPageAsync(TestListing.Query, cancellationToken: cancellation.Token);
        await Until.TrueAsync(() => _emulator.RequestsInFlight == 1, "a request");
        await cancellation.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }
}
