using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rules 12 and 13: a listing goes on where it stopped.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly SessionQuery Query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(40)));

    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(40));
    private readonly SessionListClient _client;

    public ResumeTests() => _client = _emulator.CreateClient();

    private static readonly PagingOptions[] Ways =
    [
        new() { PageSize = 4 },
        new() { PageSize = 4, MaxConcurrentRequests = 8 },
        new() { PageSize = 4, SliceBy = TimeSpan.FromSeconds(9) },
        new() { PageSize = 4, SliceBy = TimeSpan.FromSeconds(9), MaxConcurrentRequests = 8 },
    ];

    public static TheoryData<EmulatorFault, Type> Faults { get; } = new()
    {
        { EmulatorFault.Status(HttpStatusCode.Forbidden), typeof(SessionListApiException) },
        { EmulatorFault.TruncatedBody(), typeof(SessionListResponseException) },
        { EmulatorFault.ConnectionReset(), typeof(SessionListConnectionException) },
    };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Every_page_but_the_last_tells_where_to_go_on()
    {
        foreach (var paging in Ways)
        {
            var pages = await _client.PagesAsync(Query, paging);
            for (var read = 1; read < pages.Count; read++)
            {
                var next = SessionCheckpoint.Parse(pages[read - 1].Next!.ToString());
                Assert.Equal(pages.Skip(read).Ids(), await _client.IdsAsync(Query, paging, next));
                Assert.Equal(pages.Skip(read).Ids(), (await _client.PagesAsync(Query, new() { PageSize = 7, MaxConcurrentRequests = 3 }, next)).Ids());
            }
        }
    }

    [Fact]
    public async Task A_full_last_page_tells_that_there_may_be_more_and_a_short_one_that_there_is_none()
    {
        Assert.NotNull((await _client.PagesAsync(Query, new() { PageSize = 20 }))[^1].Next);
        Assert.Null((await _client.PagesAsync(Query, new() { PageSize = 21 }))[^1].Next);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_failure_tells_where_to_go_on(EmulatorFault fault, Type type)
    {
        foreach (var paging in Ways)
        {
            _emulator.Inject(EmulatorFault.None(), EmulatorFault.None(), fault);
            var pages = new List<SessionPage>();

            var thrown = (SessionListException)await Assert.ThrowsAsync(type, async () =>
            {
                await foreach (var page in _client.ListPagesAsync(Query, paging, cancellationToken: TestContext.Current.CancellationToken))
                    pages.Add(page);
            });

            Assert.NotEmpty(pages);
            Assert.Equal(pages[^1].Next, thrown.ResumeFrom);
            Assert.Equal(TestListing.Ids(40), [.. pages.Ids(), .. await _client.IdsAsync(Query, resumeFrom: thrown.ResumeFrom)]);
        }
    }

    [Fact]
    public async Task A_failure_of_the_first_request_tells_of_the_beginning()
    {
        foreach (var paging in Ways)
        {
            _emulator.Inject(EmulatorFault.ConnectionReset());

            var thrown = await Assert.ThrowsAsync<SessionListConnectionException>(() => _client.IdsAsync(Query.Skip(3), paging));

            if (paging.SliceBy is null)
                Assert.Equal(SessionCheckpoint.AtStart(Query.Skip(3)), thrown.ResumeFrom);
            Assert.Equal(TestListing.Ids(3, 37), await _client.IdsAsync(Query.Skip(3), resumeFrom: thrown.ResumeFrom));
        }
    }

    [Fact]
    public async Task A_listing_that_fails_again_before_a_page_stays_where_it_was()
    {
        _emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset(), EmulatorFault.ConnectionReset());

        var first = await Assert.ThrowsAsync<SessionListConnectionException>(() => _client.IdsAsync(Query, new() { PageSize = 10 }));
        var second = await Assert.ThrowsAsync<SessionListConnectionException>(() => _client.IdsAsync(Query, resumeFrom: first.ResumeFrom));

        Assert.Equal(first.ResumeFrom, second.ResumeFrom);
    }

    [Fact]
    public async Task A_file_may_lie_between()
    {
        var file = Path.GetTempFileName();
        try
        {
            var token = TestContext.Current.CancellationToken;
            var first = await _client.GetPageAsync(Query, new() { PageSize = 15 }, cancellationToken: token);
            await File.WriteAllTextAsync(file, first.Next + Environment.NewLine, token);

            var read = SessionCheckpoint.Parse(await File.ReadAllTextAsync(file, token));

            Assert.Equal(first.Next, read);
            Assert.Equal(TestListing.Ids(15, 25), await _client.IdsAsync(Query.WithPeriod(read.Period), resumeFrom: read));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Take_counts_over_both_parts()
    {
        foreach (var paging in Ways)
        {
            var query = Query.Skip(2).Take(17);
            var pages = await _client.PagesAsync(query, paging);
            Assert.Equal(TestListing.Ids(2, 17), pages.Ids());
            Assert.Null(pages[^1].Next);

            Assert.Equal(pages.Skip(2).Ids(), await _client.IdsAsync(query, paging, pages[1].Next));
        }
    }

    [Fact]
    public async Task What_the_service_was_seen_to_cut_is_remembered()
    {
        var cutting = new SessionListEmulator(TestListing.Sessions(40)) { MaxLimit = 6 };
        using var client = cutting.CreateClient(new() { PageSize = 10 });
        var next = (await client.PagesAsync(Query))[1].Next;

        Assert.Equal(TestListing.Ids(12, 28), await client.IdsAsync(Query, resumeFrom: next));
        Assert.Equal("12+6", cutting.Asked().ElementAt(7));
    }

    [Fact]
    public void Another_query_or_period_is_refused_and_told_apart()
    {
        var checkpoint = SessionCheckpoint.AtStart(Query);
        var token = TestContext.Current.CancellationToken;

        var query = Assert.Throws<ArgumentException>("resumeFrom", () => _client.ListPagesAsync(Query.Take(3), resumeFrom: checkpoint, cancellationToken: token));
        var period = Assert.Throws<ArgumentException>("resumeFrom", () => _client.ListSessionsAsync(TestListing.Query, resumeFrom: checkpoint, cancellationToken: token));

        Assert.StartsWith(
            "The checkpoint belongs to another query: resume with the query that it came from, "
                + "of which only the page size and the concurrency may change.",
            query.Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"The checkpoint belongs to another period, {Query.Period}, and the query's is {TestListing.Query.Period}: resume with query.WithPeriod(checkpoint.Period).",
            period.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("resumeFrom", () => { _ = _client.GetPageAsync(TestListing.Query, resumeFrom: checkpoint, cancellationToken: token); });
        Assert.Empty(_emulator.Requests);
    }
}
