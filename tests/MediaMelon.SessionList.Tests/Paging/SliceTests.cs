using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 10: a sliced listing returns the same sessions as an unsliced listing.</summary>
public sealed class SliceTests
{
    private const int Seconds = 60;

    private static readonly SessionQuery Query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(Seconds)));

    public static TheoryData<bool, int> EndsAndLengths { get; } = new MatrixTheoryData<bool, int>([true, false], [1, 7, 10, 25, 60, 100]);

    [Theory]
    [MemberData(nameof(EndsAndLengths))]
    public async Task Sliced_listing_returns_each_session_once_and_in_order(bool endIsInclusive, int length)
    {
        var emulator = new SessionListEmulator(Sessions()) { EndIsInclusive = endIsInclusive };
        using var client = emulator.CreateClient();

        foreach (var type in new[] { SessionType.Ended, SessionType.Started })
        {
            var time = type == SessionType.Ended ? SessionFields.EndTime : SessionFields.StartTime;
            foreach (var query in new[] { Query.WithSessionType(type).OrderBy(time), Query.WithSessionType(type).OrderByDescending(time) })
            {
                var whole = await client.IdsAsync(query);
                Assert.Equal(Count(endIsInclusive), whole.Count);

                foreach (var concurrency in new[] { 1, 8 })
                    Assert.Equal(whole, await client.IdsAsync(query, SlicesOf(length, concurrency)));
            }

            var unordered = await client.PagesAsync(Query.WithSessionType(type), SlicesOf(length));
            Assert.Equal(await client.IdsAsync(Query.WithSessionType(type).OrderBy(time)), unordered.Ids().OrderBy(id => int.Parse(id!, null)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sliced_listing_returns_sessions_on_a_boundary_with_the_later_slice(bool endIsInclusive)
    {
        VideoSession[] sessions =
            [TestListing.Session("before", 9), TestListing.Session("on", 10), TestListing.Session("on too", 10), TestListing.Session("after", 11)];
        var emulator = new SessionListEmulator(sessions) { EndIsInclusive = endIsInclusive };
        using var client = emulator.CreateClient();

        var pages = await client.PagesAsync(Query, SlicesOf(10));

        Assert.Equal([["before"], ["on", "on too", "after"]], pages.Select(page => page.Sessions.Select(session => session.SessionId)));
        Assert.Equal([0, 1], pages.Select(page => page.Offset));
    }

    [Fact]
    public async Task Sliced_listing_requests_each_later_slice_from_one_second_before_its_start()
    {
        var emulator = new SessionListEmulator([]);
        using var client = emulator.CreateClient();

        Assert.Empty(await client.PagesAsync(Query, SlicesOf(25)));

        Assert.Equal(
            [Period(0, 25), Period(24, 50), Period(49, 60)],
            emulator.Requests.Select(request => request.Parameters["period"]));
    }

    [Fact]
    public async Task Sliced_listing_in_descending_order_starts_with_the_last_slice()
    {
        var emulator = new SessionListEmulator([]);
        using var client = emulator.CreateClient();

        Assert.Empty(await client.IdsAsync(Query.OrderByDescending(SessionFields.EndTime), SlicesOf(25)));

        Assert.Equal(
            [Period(49, 60), Period(24, 50), Period(0, 25)],
            emulator.Requests.Select(request => request.Parameters["period"]));
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 250)]
    [InlineData(8, 100)]
    public async Task Sliced_listing_requests_slices_concurrently(int concurrency, int milliseconds)
    {
        var clock = new RunningClock();
        var emulator = new SessionListEmulator(TestListing.Sessions(40)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(50) };
        using var client = emulator.CreateClient(clock: clock);
        var query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(40)));
        List<string?> ids = [];

        var time = await clock.TimeAsync(emulator, async () => ids = await client.IdsAsync(query, SlicesOf(5, concurrency)));

        Assert.Equal(TestListing.Ids(40), ids);
        Assert.Equal(8, emulator.Requests.Count);
        Assert.Equal(milliseconds, time.TotalMilliseconds);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 37)]
    [InlineData(3, 1)]
    [InlineData(13, 40)]
    [InlineData(100, 5)]
    [InlineData(55, 1000)]
    [InlineData(1000, 1)]
    public async Task Skip_and_Take_apply_across_slices(int skip, int take)
    {
        var emulator = new SessionListEmulator(Sessions());
        using var client = emulator.CreateClient();
        var query = Query.OrderBy(SessionFields.EndTime);
        var expected = (await client.IdsAsync(query)).Skip(skip).Take(take);

        foreach (var concurrency in new[] { 1, 3, 8 })
        {
            var pages = await client.PagesAsync(query.Skip(skip).Take(take), SlicesOf(7, concurrency));
            Assert.Equal(expected, pages.Ids());
            Assert.All(pages, page => Assert.NotEmpty(page.Sessions));
        }
    }

    [Fact]
    public async Task Sliced_listing_sends_no_request_after_Take_is_reached()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(60));
        using var client = emulator.CreateClient();

        foreach (var concurrency in new[] { 1, 8 })
        {
            var pages = await client.PagesAsync(Query.Take(10), SlicesOf(10, concurrency));
            Assert.Equal(TestListing.Ids(10), pages.Ids());
            Assert.Null(Assert.Single(pages).Next);
        }

        Assert.Equal(2, emulator.Requests.Count);
    }

    [Fact]
    public async Task Sliced_listing_does_not_request_skipped_rows_again()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(60));
        using var client = emulator.CreateClient(new() { PageSize = 40, SliceBy = TimeSpan.FromSeconds(10) });

        Assert.Equal(TestListing.Ids(6, 12), await client.IdsAsync(Query.Skip(6).Take(12)));

        // The page of the second slice starts with a row of the first, so one row is missing at the end.
        Assert.Equal(["18", "8", "1"], emulator.Requests.Select(request => request.Parameters["limit"]));
    }

    [Fact]
    public async Task Sliced_listing_returns_a_session_with_an_unreadable_time_once()
    {
        using var service = new ModelService([new(1, 1_000_009, HidesTime: true), new(2, 1_000_010, HidesTime: true), new(3, 1_000_010)]);
        using var client = TestListing.CreateClient(service);

        Assert.Equal(["1", "2", "3"], await client.IdsAsync(Query, SlicesOf(10)));
    }

    [Fact]
    public async Task Sliced_listing_with_many_pages_per_slice_equals_the_unsliced_listing()
    {
        var emulator = new SessionListEmulator(Sessions()) { MaxLimit = 4 };
        using var client = emulator.CreateClient();
        var query = Query.OrderBy(SessionFields.EndTime);

        foreach (var concurrency in new[] { 1, 3, 8 })
        {
            Assert.Equal(
                await client.IdsAsync(query),
                await client.IdsAsync(query, SlicesOf(12, concurrency) with { PageSize = 5 }));
        }

        Assert.InRange(emulator.MaxRequestsInFlight, 2, 8);
    }

    [Fact]
    public async Task Sliced_listing_without_counters_sends_at_most_N_minus_1_unnecessary_requests_per_slice()
    {
        var rows = Enumerable.Range(0, 240).Select(id => new ModelService.Row(id, 1_000_001 + (id / 4)));
        using var service = new ModelService(rows);
        using var client = TestListing.CreateClient(service);
        var paging = new PagingOptions { PageSize = 10, SliceBy = TimeSpan.FromSeconds(20), MaxConcurrentRequests = 8 };

        Assert.Equal(240, (await client.IdsAsync(Query, paging)).Count);

        // Slices of 80 rows. Each except the first has 4 more rows of the second before it: 9 pages.
        Assert.InRange(service.RequestedRanges.Count, 27, 27 + (3 * 7));
    }

    // Several sessions per second, with the second in their ids. The service includes or excludes those of the last second.
    private static IEnumerable<VideoSession> Sessions() =>
        from second in Enumerable.Range(0, Seconds + 1)
        from number in Enumerable.Range(0, (second % 3) + 1)
        select TestListing.Session($"{(second * 10) + number}", second);

    private static int Count(bool endIsInclusive) => 120 + (endIsInclusive ? 1 : 0);

    private static PagingOptions SlicesOf(int seconds, int concurrency = 1) =>
        new() { PageSize = 10, SliceBy = TimeSpan.FromSeconds(seconds), MaxConcurrentRequests = concurrency };

    private static string Period(int start, int end) => SessionPeriod.Between(TestListing.At(start), TestListing.At(end)).ToString();
}
