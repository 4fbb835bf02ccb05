using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rules 3, 4 and 8: a service that caps the limit silently, and the cost of requests ahead.</summary>
public sealed class ServerLimitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Listing_with_a_counter_continues_with_the_page_size_of_the_server(int concurrency)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(47)) { MaxLimit = 10 };
        using var client = emulator.CreateClient(new() { PageSize = 25, MaxConcurrentRequests = concurrency });

        Assert.Equal(TestListing.Ids(47), await client.IdsAsync(TestListing.Query));
        Assert.Equal(["0+25", "10+25", "20+10", "30+10", "40+10"], emulator.RequestedRanges());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Listing_without_counters_continues_after_a_short_page_for_a_limit_above_1000(int concurrency)
    {
        using var service = new ModelService(Rows(3700)) { MaxLimit = 1000 };
        using var client = TestListing.CreateClient(service, new() { PageSize = 5000, MaxConcurrentRequests = concurrency });

        Assert.Equal(3700, (await client.IdsAsync(TestListing.Query)).Distinct().Count());
        Assert.Equal([(0, 5000), (1000, 5000), (2000, 1000), (3000, 1000)], service.RequestedRanges.Take(4));
        Assert.InRange(service.RequestedRanges.Count, 5, 5 + concurrency - 1); // 700 rows are a round number: one extra request
    }

    [Fact]
    public async Task Listing_of_one_short_page_with_a_limit_above_1000_needs_one_extra_request()
    {
        using var service = new ModelService(Rows(300));
        using var client = TestListing.CreateClient(service, new() { PageSize = 5000 });

        Assert.Equal(300, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.Equal([(0, 5000), (300, 5000)], service.RequestedRanges);
    }

    [Fact]
    public async Task Listing_ends_slices_at_a_short_page_after_another_slice_had_a_longer_page()
    {
        using var service = new ModelService([.. Rows(2000, 0, 1_000_005), .. Rows(301, 2000, 1_000_015), .. Rows(20, 2301, 1_000_025)]);
        using var client = TestListing.CreateClient(service, new() { PageSize = 5000, SliceBy = TimeSpan.FromSeconds(10) });

        Assert.Equal(2321, (await client.IdsAsync(TestListing.Query.WithPeriod(SessionPeriod.FromUnixSeconds(1_000_000, 1_000_030)))).Count);
        Assert.Equal([(0, 5000), (2000, 5000), (0, 5000), (0, 5000)], service.RequestedRanges);
    }

    [Fact]
    public async Task Listing_uses_the_capped_size_of_the_first_page_for_requests_ahead()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(60)) { MaxLimit = 7 };
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = 64 });

        Assert.Equal(TestListing.Ids(60), await client.IdsAsync(TestListing.Query));
        Assert.Equal(9, emulator.Requests.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public async Task Listing_replans_after_a_capped_page_in_the_middle(int concurrency)
    {
        // From the second request on, the service caps the limit to 4. The requests ahead then have wrong offsets.
        using var service = new ModelService(Rows(60)) { Counters = ModelService.CounterMode.WholeResult };
        using var capping = new CappingHandler(service);
        using var client = TestListing.CreateClient(capping, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        Assert.Equal(Enumerable.Range(0, 60).Select(id => $"{id}"), await client.IdsAsync(TestListing.Query));
        Assert.Equal(0, service.InFlight);
        Assert.True(service.MaxInFlight <= concurrency);
    }

    [Theory]
    [InlineData(10, 8)]
    [InlineData(25, 8)]
    [InlineData(80, 8)]
    [InlineData(79, 64)]
    public async Task Listing_without_counters_sends_at_most_N_minus_1_unnecessary_requests(int sessions, int concurrency)
    {
        using var service = new ModelService(Rows(sessions));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        Assert.Equal(sessions, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.InRange(service.RequestedRanges.Count, (sessions / 10) + 1, (sessions / 10) + concurrency);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(80)]
    public async Task Listing_with_a_total_sends_no_unnecessary_request(int sessions)
    {
        using var service = new ModelService(Rows(sessions)) { Counters = ModelService.CounterMode.WholeResult };
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 8 });

        Assert.Equal(sessions, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.Equal((sessions / 10) + 1, service.RequestedRanges.Count);
    }

    [Fact]
    public async Task Listing_continues_when_the_counter_counts_only_the_page()
    {
        foreach (var concurrency in new[] { 1, 8 })
        {
            using var service = new ModelService(Rows(60)) { Counters = ModelService.CounterMode.CurrentPage };
            using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

            Assert.Equal(60, (await client.IdsAsync(TestListing.Query)).Count);
            Assert.InRange(service.RequestedRanges.Count, 7, 7 + concurrency - 1);
        }
    }

    [Fact]
    public async Task Listing_with_Take_requests_no_page_past_it()
    {
        using var service = new ModelService(Rows(500));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 8 });

        Assert.Equal(45, (await client.IdsAsync(TestListing.Query.Take(45))).Count);
        Assert.Equal([(0, 10), (10, 10), (20, 10), (30, 10), (40, 5)], service.RequestedRanges);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Listing_without_counters_detects_a_cap_that_is_a_round_number(int concurrency)
    {
        using var service = new ModelService(Rows(1730)) { MaxLimit = 500 };
        using var client = TestListing.CreateClient(service, new() { MaxConcurrentRequests = concurrency });

        Assert.Equal(1730, (await client.IdsAsync(TestListing.Query)).Distinct().Count());
        Assert.Equal([(0, 1000), (500, 1000), (1000, 500)], service.RequestedRanges.Take(3));
        Assert.InRange(service.RequestedRanges.Count, 4, 4 + concurrency - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Listing_with_one_short_page_in_the_middle_needs_at_most_one_extra_request(int concurrency)
    {
        using var service = new ModelService(Rows(21_000))
        {
            Counters = ModelService.CounterMode.WholeResult,
            ShortPage = number => number == 3 ? 7 : null,
        };
        using var client = TestListing.CreateClient(service, new() { MaxConcurrentRequests = concurrency });

        Assert.Equal(21_000, (await client.IdsAsync(TestListing.Query)).Distinct().Count());
        Assert.InRange(service.RequestedRanges.Count, 22, 22 + concurrency - 1);
    }

    [Fact]
    public async Task Resumed_listing_keeps_the_page_size_after_one_short_page_before_the_failure()
    {
        using var service = new ModelService(Rows(3000))
        {
            Counters = ModelService.CounterMode.WholeResult,
            ShortPage = number => number == 0 ? 2 : null,
            Fault = number => number == 1 ? System.Net.HttpStatusCode.BadRequest : null,
        };
        using var client = TestListing.CreateClient(service, new() { PageSize = 1000 });
        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => client.IdsAsync(TestListing.Query));

        var ids = await client.IdsAsync(TestListing.Query, resumeFrom: SessionCheckpoint.Parse(failure.ResumeFrom!.ToString()));

        Assert.Equal(2998, ids.Count);
        Assert.Equal(5, service.RequestedRanges.Count);
    }

    [Theory]
    [InlineData(10, "12+6")]
    [InlineData(11, "12+11")]
    public async Task Resumed_listing_uses_a_larger_page_size_instead_of_the_cap_of_the_checkpoint(int pageSize, string requested)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(40)) { MaxLimit = 6 };
        using var client = emulator.CreateClient(new() { PageSize = 10 });
        var next = SessionCheckpoint.Parse((await client.PagesAsync(TestListing.Query))[1].Next!.ToString());
        var before = emulator.Requests.Count;

        Assert.Equal(TestListing.Ids(12, 28), await client.IdsAsync(TestListing.Query, new() { PageSize = pageSize }, next));
        Assert.Equal(requested, emulator.RequestedRanges().ElementAt(before));
    }

    [Fact]
    public async Task GetPageAsync_page_with_a_round_number_of_rows_has_a_next_page()
    {
        using var service = new ModelService(Rows(1200)) { MaxLimit = 500 };
        using var client = TestListing.CreateClient(service);
        var token = TestContext.Current.CancellationToken;

        var pages = new List<SessionPage> { await client.GetPageAsync(TestListing.Query, cancellationToken: token) };
        while (pages[^1].Next is { } next)
            pages.Add(await client.GetPageAsync(TestListing.Query, resumeFrom: next, cancellationToken: token));

        Assert.Equal([500, 500, 200, 0], pages.Select(page => page.Sessions.Count));
    }

    private static IEnumerable<ModelService.Row> Rows(int count, int first = 0, long time = 1_000_500) =>
        Enumerable.Range(first, count).Select(id => new ModelService.Row(id, time));

    private sealed class CappingHandler(HttpMessageHandler service) : DelegatingHandler(service)
    {
        private int _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _requests) > 1)
                request.RequestUri = new(request.RequestUri!.OriginalString.Replace("limit=10", "limit=4", StringComparison.Ordinal));

            return base.SendAsync(request, cancellationToken);
        }
    }
}
