using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 6: a listing recognizes a service that ignores the offset.</summary>
public sealed class RepetitionTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    [InlineData(4, 2)]
    [InlineData(8, 4)]
    public async Task Listing_with_a_repeated_page_returns_the_earlier_pages_and_throws(int concurrency, int repeated)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(50));
        emulator.Inject([.. Enumerable.Repeat(EmulatorFault.None(), repeated - 1), EmulatorFault.PreviousPage()]);
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        var pages = new List<SessionPage>();
        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => CollectAsync(client, TestListing.Query, pages));

        Assert.Contains("ignore or cap the offset", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(TestListing.Ids(10 * (repeated - 1)), pages.Ids());
        Assert.Equal(pages[^1].Next, thrown.ResumeFrom);
        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Equal(TestListing.Ids(50), [.. pages.Ids(), .. await client.IdsAsync(TestListing.Query, resumeFrom: thrown.ResumeFrom)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public async Task Listing_of_a_service_that_ignores_the_offset_returns_one_page_and_throws(int concurrency)
    {
        using var service = new OffsetRemovingHandler(new ModelService(Rows(30)));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        var pages = new List<SessionPage>();
        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => CollectAsync(client, TestListing.Query, pages));

        Assert.Single(pages);
        Assert.Equal(pages[0].Next, thrown.ResumeFrom);
    }

    [Fact]
    public async Task Listing_with_Take_recognizes_a_repeated_page_that_is_shorter()
    {
        using var service = new OffsetRemovingHandler(new ModelService(Rows(30)));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10 });

        var pages = new List<SessionPage>();
        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => CollectAsync(client, TestListing.Query.Take(14), pages));

        Assert.Equal(10, pages.Ids().Count());
        Assert.Equal(pages[0].Next, thrown.ResumeFrom);
    }

    [Fact]
    public async Task Listing_recognizes_a_repeated_page_of_a_capped_size()
    {
        var model = new ModelService(Rows(30)) { MaxLimit = 4, Counters = ModelService.CounterMode.WholeResult };
        using var service = new OffsetRemovingHandler(model);
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 3 });

        await Assert.ThrowsAsync<SessionListResponseException>(() => client.IdsAsync(TestListing.Query));
    }

    [Fact]
    public async Task Listing_without_session_ids_accepts_equal_pages()
    {
        using var service = new OffsetRemovingHandler(new ModelService(Rows(10)) { HasIds = false });
        using var client = TestListing.CreateClient(service, new() { PageSize = 10 });

        var sessions = await client.IdsAsync(TestListing.Query.Take(95));

        Assert.Equal(95, sessions.Count);
    }

    [Fact]
    public async Task Listing_accepts_a_slice_that_starts_like_the_previous_slice()
    {
        // Each slice request includes the second before the slice. So each later slice returns the previous rows again.
        var emulator = new SessionListEmulator([TestListing.Session("a", 4), TestListing.Session("b", 4)]);
        using var client = emulator.CreateClient(new() { PageSize = 2, SliceBy = TimeSpan.FromSeconds(5) });

        Assert.Equal(["a", "b"], await client.IdsAsync(TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(15)))));
    }

    private static IEnumerable<ModelService.Row> Rows(int count) => Enumerable.Range(0, count).Select(id => new ModelService.Row(id, 1_000_500));

    private static async Task CollectAsync(SessionListClient client, SessionQuery query, List<SessionPage> pages)
    {
        await foreach (var page in client.ListPagesAsync(query, cancellationToken: TestContext.Current.CancellationToken))
            pages.Add(page);
    }

    private sealed class OffsetRemovingHandler(HttpMessageHandler service) : DelegatingHandler(service)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.OriginalString;
            var parameters = address.Split('&').Where(part => !part.StartsWith("offset=", StringComparison.Ordinal));
            request.RequestUri = new(string.Join('&', parameters));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
