using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 6: a service that ignores the offset is found out.</summary>
public sealed class RepetitionTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    [InlineData(4, 2)]
    [InlineData(8, 4)]
    public async Task A_page_that_comes_again_ends_the_listing_before_it(int concurrency, int repeated)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(50));
        emulator.Inject([.. Enumerable.Repeat(EmulatorFault.None(), repeated - 1), EmulatorFault.PreviousPage()]);
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        var pages = new List<SessionPage>();
        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => CollectAsync(client, TestListing.Query, pages));

        Assert.Contains("ignore the offset", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(TestListing.Ids(10 * (repeated - 1)), pages.Ids());
        Assert.Equal(pages[^1].Next, thrown.ResumeFrom);
        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Equal(TestListing.Ids(50), [.. pages.Ids(), .. await client.IdsAsync(TestListing.Query, resumeFrom: thrown.ResumeFrom)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public async Task A_service_that_always_ignores_the_offset_brings_one_page(int concurrency)
    {
        using var service = new OffsetlessService(new ModelService(Rows(30)));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        var pages = new List<SessionPage>();
        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => CollectAsync(client, TestListing.Query, pages));

        Assert.Single(pages);
        Assert.Equal(pages[0].Next, thrown.ResumeFrom);
    }

    [Fact]
    public async Task The_last_page_under_Take_is_found_out_though_it_is_shorter()
    {
        using var service = new OffsetlessService(new ModelService(Rows(30)));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10 });

        var pages = new List<SessionPage>();
        var thrown = await Assert.ThrowsAsync<SessionListResponseException>(() => CollectAsync(client, TestListing.Query.Take(14), pages));

        Assert.Equal(10, pages.Ids().Count());
        Assert.Equal(pages[0].Next, thrown.ResumeFrom);
    }

    [Fact]
    public async Task A_page_cut_by_the_service_is_found_out_too()
    {
        var model = new ModelService(Rows(30)) { MaxLimit = 4, Counters = ModelService.CounterMode.WholeResult };
        using var service = new OffsetlessService(model);
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 3 });

        await Assert.ThrowsAsync<SessionListResponseException>(() => client.IdsAsync(TestListing.Query));
    }

    [Fact]
    public async Task Rows_without_an_id_may_well_be_equal()
    {
        using var service = new OffsetlessService(new ModelService(Rows(10)) { HasIds = false });
        using var client = TestListing.CreateClient(service, new() { PageSize = 10 });

        var sessions = await client.IdsAsync(TestListing.Query.Take(95));

        Assert.Equal(95, sessions.Count);
    }

    [Fact]
    public async Task A_slice_may_begin_as_the_one_before_it_did()
    {
        // Every slice is asked for the second before it as well, so here each but the first brings what the one before brought.
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

    private sealed class OffsetlessService(HttpMessageHandler service) : DelegatingHandler(service)
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
