using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 8: concurrent requests.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Listing_with_8_concurrent_requests_takes_at_most_a_fifth_of_the_time_of_1()
    {
        var one = await TimeAsync(sessions: 40 * 10, concurrency: 1, latency: 60);
        var eight = await TimeAsync(sessions: 40 * 10, concurrency: 8, latency: 60);

        Assert.Equal(41 * 60, one.TotalMilliseconds);
        Assert.True(eight * 5 <= one, $"{eight} and {one}");
    }

    [Theory]
    [InlineData(600)]
    [InlineData(591)]
    public async Task Listing_of_60_pages_takes_at_most_a_third_longer_than_the_minimum(int sessions)
    {
        var time = await TimeAsync(sessions, concurrency: 8, latency: 50);

        var ideal = 60 * 50 / 8;
        Assert.InRange(time.TotalMilliseconds, ideal, 1.3 * ideal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public async Task Listing_order_does_not_depend_on_MaxConcurrentRequests(int concurrency)
    {
        foreach (var (size, sessions) in new[] { (1, 40), (7, 300), (10, 300), (1000, 300) })
        {
            var emulator = new SessionListEmulator(TestListing.Sessions(sessions)) { MaxLimit = 9 };
            using var client = emulator.CreateClient(new() { PageSize = size, MaxConcurrentRequests = concurrency });

            Assert.Equal(TestListing.Ids(sessions), await client.IdsAsync(TestListing.Query));
            Assert.Equal(TestListing.Ids(sessions).Reverse(), await client.IdsAsync(TestListing.Query.OrderByDescending(SessionFields.EndTime)));
            Assert.InRange(emulator.MaxRequestsInFlight, 1, concurrency);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Listing_buffers_at_most_MaxConcurrentRequests_pages(int concurrency)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(300));
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = concurrency });
        var returned = 0;

        await foreach (var page in client.ListPagesAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken))
        {
            // The consumer waits until all requests in flight are complete.
            await Poll.UntilAsync(() => emulator.RequestsInFlight == 0, "no request in flight");
            var buffered = emulator.Requests.Count - returned; // includes the page that the consumer has
            Assert.InRange(buffered, 1, concurrency);
            returned++;
        }

        Assert.Equal(30, returned);
    }

    [Fact]
    public async Task Listing_requests_the_first_page_alone_and_then_MaxConcurrentRequests_pages()
    {
        using var service = new GatedHandler(new SessionListEmulator(TestListing.Sessions(100)).CreateHandler());
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 4 });

        await using var pages = client.ListPagesAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = pages.MoveNextAsync();
        Assert.Equal(1, service.Waiting);
        service.Release();
        Assert.True(await first);
        Assert.Equal(1, service.Requests);

        var second = pages.MoveNextAsync();
        Assert.Equal(4, service.Waiting);
        service.Release();
        Assert.True(await second);
        Assert.Equal(5, service.Requests);
        service.Open();
    }

    [Fact]
    public async Task Listing_returns_pages_in_order_when_responses_arrive_out_of_order()
    {
        var clock = new RunningClock();
        var emulator = new SessionListEmulator(TestListing.Sessions(100)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(50) };
        emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(System.Net.HttpStatusCode.BadGateway)); // delays page 2
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = 4 }, clock: clock, maxRetries: 1);
        List<string?> ids = [];

        await clock.TimeAsync(emulator, async () => ids = await client.IdsAsync(TestListing.Query));

        Assert.Equal(TestListing.Ids(100), ids);
        Assert.Equal(["0+10", "10+10", "20+10", "30+10", "40+10", "10+10"], emulator.RequestedRanges().Take(6));
    }

    [Fact]
    public async Task Listing_returns_the_pages_before_a_failed_page_and_then_throws()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(100));
        emulator.Inject(EmulatorFault.None(), EmulatorFault.None(), EmulatorFault.None(), EmulatorFault.ConnectionReset());
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = 8 });
        var ids = new List<string?>();

        var thrown = await Assert.ThrowsAsync<SessionListConnectionException>(async () =>
        {
            await foreach (var session in client.ListSessionsAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken))
                ids.Add(session.SessionId);
        });

        Assert.Equal(TestListing.Ids(30), ids);
        Assert.Equal(TestListing.Ids(30, 70), await client.IdsAsync(TestListing.Query, resumeFrom: thrown.ResumeFrom));
    }

    [Fact]
    public async Task Listing_ignores_a_failed_request_past_the_end()
    {
        using var service = new ModelService(Enumerable.Range(0, 15).Select(id => new ModelService.Row(id, 1_000_500)))
        {
            Fault = request => request > 1 ? System.Net.HttpStatusCode.BadRequest : null,
        };
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 8 });

        Assert.Equal(15, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.Equal(9, service.RequestedRanges.Count);
    }

    private static async Task<TimeSpan> TimeAsync(int sessions, int concurrency, int latency)
    {
        var clock = new RunningClock();
        var emulator = new SessionListEmulator(TestListing.Sessions(sessions)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(latency) };
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = concurrency }, clock: clock);
        List<string?> ids = [];

        var time = await clock.TimeAsync(emulator, async () => ids = await client.IdsAsync(TestListing.Query));

        Assert.Equal(TestListing.Ids(sessions), ids);
        Assert.Equal(concurrency, emulator.MaxRequestsInFlight);
        return time;
    }
}
