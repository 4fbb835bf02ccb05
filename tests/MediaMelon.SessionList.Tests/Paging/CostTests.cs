using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rules 1 to 5: the number of requests of a listing, and its end.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(499, 1)]
    [InlineData(500, 2)] // a round number may be a cap
    [InlineData(999, 1)]
    [InlineData(1000, 2)]
    [InlineData(1001, 2)]
    [InlineData(2000, 3)]
    public async Task Listing_sends_the_minimum_number_of_requests(int sessions, int requests)
    {
        foreach (var concurrency in new[] { 1, 8 })
        {
            var emulator = new SessionListEmulator(TestListing.Sessions(sessions));
            using var client = emulator.CreateClient(new() { MaxConcurrentRequests = concurrency });

            Assert.Equal(TestListing.Ids(sessions), await client.IdsAsync(TestListing.Query));
            Assert.Equal(requests, emulator.Requests.Count);
        }
    }

    [Theory]
    [InlineData(25, "0+10 10+10 20+5")]
    [InlineData(20, "0+10 10+10")]
    [InlineData(10, "0+10")]
    [InlineData(3, "0+3")]
    [InlineData(30, "0+10 10+10 20+10")]
    [InlineData(99, "0+10 10+10 20+10 30+10")]
    public async Task Take_limits_the_last_request_to_the_remaining_sessions(int take, string requested)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(35));
        using var client = emulator.CreateClient(new() { PageSize = 10 });

        var pages = await client.PagesAsync(TestListing.Query.Take(take));

        Assert.Equal(TestListing.Ids(Math.Min(take, 35)), pages.Ids());
        Assert.Equal(requested, string.Join(' ', emulator.RequestedRanges()));
        Assert.Null(pages[^1].Next);
        Assert.All(pages.SkipLast(1), page => Assert.NotNull(page.Next));
    }

    [Theory]
    [InlineData(0, 35)]
    [InlineData(7, 28)]
    [InlineData(34, 1)]
    [InlineData(35, 0)]
    [InlineData(1000, 0)]
    public async Task Skip_starts_the_listing_at_that_offset(int skip, int left)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(35));
        using var client = emulator.CreateClient(new() { PageSize = 10 });

        var pages = await client.PagesAsync(TestListing.Query.Skip(skip));

        Assert.Equal(TestListing.Ids(skip, left), pages.Ids());
        Assert.Equal($"{skip}+10", emulator.RequestedRanges().First());
        Assert.Equal(Enumerable.Range(0, pages.Count).Select(page => skip + (10L * page)), pages.Select(page => page.Offset));
    }

    [Fact]
    public async Task Skip_and_Take_combined_return_that_range()
    {
        foreach (var concurrency in new[] { 1, 3 })
        {
            var emulator = new SessionListEmulator(TestListing.Sessions(100));
            using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = concurrency });

            Assert.Equal(TestListing.Ids(7, 25), await client.IdsAsync(TestListing.Query.Skip(7).Take(25)));
            Assert.Equal(["7+10", "17+10", "27+5"], emulator.RequestedRanges());
        }
    }

    [Fact]
    public async Task Listing_keeps_all_rows_of_a_page_longer_than_the_limit()
    {
        using var service = new ModelService(Enumerable.Range(0, 30).Select(id => new ModelService.Row(id, 1_000_500))) { MinLimit = 12 };
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 8 });

        var ids = await client.IdsAsync(TestListing.Query);

        Assert.Equal(Enumerable.Range(0, 30).Select(id => $"{id}"), ids);
        Assert.Equal([(0, 10), (12, 10), (24, 10)], service.RequestedRanges);
    }

    [Fact]
    public async Task SessionPage_counters_equal_those_of_the_response()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(15));
        using var client = emulator.CreateClient(new() { PageSize = 10 });

        var pages = await client.PagesAsync(TestListing.Query);

        Assert.Equal([(15L, 10L, 15L), (15L, 5L, 15L)], pages.Select(page => (page.TotalCount!.Value, page.PageCount!.Value, page.TotalRecords!.Value)));
    }
}
