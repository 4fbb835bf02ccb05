using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rules 3, 4 and 8: a service that caps the limit without a word, and what asking ahead costs.</summary>
public sealed class ServerLimitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task With_a_counter_the_listing_goes_on_in_pages_of_the_services_size(int concurrency)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(47)) { MaxLimit = 10 };
        using var client = emulator.CreateClient(new() { PageSize = 25, MaxConcurrentRequests = concurrency });

        Assert.Equal(TestListing.Ids(47), await client.IdsAsync(TestListing.Query));
        Assert.Equal(["0+25", "10+25", "20+10", "30+10", "40+10"], emulator.Asked());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Without_counters_a_limit_above_the_ordinary_one_is_not_believed_to_have_been_kept(int concurrency)
    {
        using var service = new ModelService(Rows(3700)) { MaxLimit = 1000 };
        using var client = TestListing.CreateClient(service, new() { PageSize = 5000, MaxConcurrentRequests = concurrency });

        Assert.Equal(3700, (await client.IdsAsync(TestListing.Query)).Distinct().Count());
        Assert.Equal([(0, 5000), (1000, 5000), (2000, 1000), (3000, 1000)], service.Asked.Take(4));
        Assert.InRange(service.Asked.Count, 5, 5 + concurrency - 1); // 700 rows are a round number: one request more
    }

    [Fact]
    public async Task A_single_short_page_above_the_ordinary_limit_costs_one_request_more()
    {
        using var service = new ModelService(Rows(300));
        using var client = TestListing.CreateClient(service, new() { PageSize = 5000 });

        Assert.Equal(300, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.Equal([(0, 5000), (300, 5000)], service.Asked);
    }

    [Fact]
    public async Task Where_a_slice_has_shown_how_long_pages_may_be_the_short_ones_of_others_are_believed()
    {
        using var service = new ModelService([.. Rows(2000, 0, 1_000_005), .. Rows(301, 2000, 1_000_015), .. Rows(20, 2301, 1_000_025)]);
        using var client = TestListing.CreateClient(service, new() { PageSize = 5000, SliceBy = TimeSpan.FromSeconds(10) });

        Assert.Equal(2321, (await client.IdsAsync(TestListing.Query.WithPeriod(SessionPeriod.FromUnixSeconds(1_000_000, 1_000_030)))).Count);
        Assert.Equal([(0, 5000), (2000, 5000), (0, 5000), (0, 5000)], service.Asked);
    }

    [Fact]
    public async Task A_first_page_that_was_cut_sets_the_size_of_what_is_asked_ahead()
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
    public async Task A_page_cut_in_mid_walk_makes_for_a_new_plan(int concurrency)
    {
        // From the second request on the service cuts to 4: what was asked ahead is for the wrong offsets.
        using var service = new ModelService(Rows(60)) { Counters = ModelService.CounterMode.WholeResult };
        using var cutting = new CuttingService(service);
        using var client = TestListing.CreateClient(cutting, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        Assert.Equal(Enumerable.Range(0, 60).Select(id => $"{id}"), await client.IdsAsync(TestListing.Query));
        Assert.Equal(0, service.InFlight);
        Assert.True(service.MostInFlight <= concurrency);
    }

    [Theory]
    [InlineData(10, 8)]
    [InlineData(25, 8)]
    [InlineData(80, 8)]
    [InlineData(79, 64)]
    public async Task Without_counters_at_most_N_minus_1_requests_are_for_nothing(int sessions, int concurrency)
    {
        using var service = new ModelService(Rows(sessions));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        Assert.Equal(sessions, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.InRange(service.Asked.Count, (sessions / 10) + 1, (sessions / 10) + concurrency);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(80)]
    public async Task With_a_total_none_is_for_nothing(int sessions)
    {
        using var service = new ModelService(Rows(sessions)) { Counters = ModelService.CounterMode.WholeResult };
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 8 });

        Assert.Equal(sessions, (await client.IdsAsync(TestListing.Query)).Count);
        Assert.Equal((sessions / 10) + 1, service.Asked.Count);
    }

    [Fact]
    public async Task A_counter_that_tells_of_the_page_alone_ends_nothing()
    {
        foreach (var concurrency in new[] { 1, 8 })
        {
            using var service = new ModelService(Rows(60)) { Counters = ModelService.CounterMode.ThisAnswer };
            using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

            Assert.Equal(60, (await client.IdsAsync(TestListing.Query)).Count);
            Assert.InRange(service.Asked.Count, 7, 7 + concurrency - 1);
        }
    }

    [Fact]
    public async Task With_a_Take_nothing_is_asked_ahead_beyond_it()
    {
        using var service = new ModelService(Rows(500));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 8 });

        Assert.Equal(45, (await client.IdsAsync(TestListing.Query.Take(45))).Count);
        Assert.Equal([(0, 10), (10, 10), (20, 10), (30, 10), (40, 5)], service.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_cap_that_is_a_round_number_is_noticed_without_counters(int concurrency)
    {
        using var service = new ModelService(Rows(1730)) { MaxLimit = 500 };
        using var client = TestListing.CreateClient(service, new() { MaxConcurrentRequests = concurrency });

        Assert.Equal(1730, (await client.IdsAsync(TestListing.Query)).Distinct().Count());
        Assert.Equal([(0, 1000), (500, 1000), (1000, 500)], service.Asked.Take(3));
        Assert.InRange(service.Asked.Count, 4, 4 + concurrency - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task One_short_page_in_the_middle_costs_one_request_at_most(int concurrency)
    {
        using var service = new ModelService(Rows(21_000))
        {
            Counters = ModelService.CounterMode.WholeResult,
            ShortPage = number => number == 3 ? 7 : null,
        };
        using var client = TestListing.CreateClient(service, new() { MaxConcurrentRequests = concurrency });

        Assert.Equal(21_000, (await client.IdsAsync(TestListing.Query)).Distinct().Count());
        Assert.InRange(service.Asked.Count, 22, 22 + concurrency - 1);
    }

    [Fact]
    public async Task One_short_page_before_a_failure_does_not_set_the_page_size_of_the_resumed_listing()
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
        Assert.Equal(5, service.Asked.Count);
    }

    [Theory]
    [InlineData(10, "12+6")]
    [InlineData(11, "12+11")]
    public async Task A_larger_page_size_on_resuming_wins_over_the_capped_one_of_the_checkpoint(int pageSize, string asked)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(40)) { MaxLimit = 6 };
        using var client = emulator.CreateClient(new() { PageSize = 10 });
        var next = SessionCheckpoint.Parse((await client.PagesAsync(TestListing.Query))[1].Next!.ToString());
        var before = emulator.Requests.Count;

        Assert.Equal(TestListing.Ids(12, 28), await client.IdsAsync(TestListing.Query, new() { PageSize = pageSize }, next));
        Assert.Equal(asked, emulator.Asked().ElementAt(before));
    }

    [Fact]
    public async Task A_single_page_of_a_round_number_of_rows_has_a_next_one()
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

    private sealed class CuttingService(HttpMessageHandler service) : DelegatingHandler(service)
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
