using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 7: new sessions shift rows during a listing, and the service returns the end of a page again.</summary>
public sealed class DriftTests
{
    private readonly FakeLogCollector _log = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Listing_drops_and_counts_duplicate_rows(int concurrency)
    {
        using var service = Shifted(by: 3);
        using var client = CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        var ids = await client.IdsAsync(TestListing.Query);

        Assert.Equal(Enumerable.Range(0, 25).Select(id => $"{id}"), ids);
        var warning = Assert.Single(_log.GetSnapshot(), record => record.Id.Name == "DuplicatesDropped");
        Assert.Equal("3", warning.GetStructuredStateValue("Duplicates"));
    }

    [Fact]
    public async Task Listing_with_DropDuplicates_off_returns_duplicate_rows()
    {
        using var service = Shifted(by: 3);
        using var client = CreateClient(service, new() { PageSize = 10, DropDuplicates = false });

        var ids = await client.IdsAsync(TestListing.Query);

        Assert.Equal([.. Enumerable.Range(0, 10), .. Enumerable.Range(7, 18)], ids.Select(int.Parse!));
        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Id.Name == "DuplicatesDropped");
    }

    [Fact]
    public async Task Listing_without_session_ids_keeps_all_rows_and_logs_no_duplicates()
    {
        using var service = Shifted(by: 3, hasIds: false);
        using var client = CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(28, (await client.IdsAsync(TestListing.Query.Select(SessionFields.EndTime))).Count);
        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Id.Name == "DuplicatesDropped");
    }

    [Fact]
    public async Task Take_does_not_count_dropped_duplicates()
    {
        using var service = Shifted(by: 3);
        using var client = CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(Enumerable.Range(0, 20).Select(id => $"{id}"), await client.IdsAsync(TestListing.Query.Take(20)));
        Assert.Equal([(0, 10), (10, 10), (20, 3)], service.RequestedRanges);
    }

    [Fact]
    public async Task Listing_drops_a_duplicate_of_the_page_before_the_previous_page()
    {
        using var service = Shifted(by: 12, before: 2);
        using var client = CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(Enumerable.Range(0, 25).Select(id => $"{id}"), await client.IdsAsync(TestListing.Query));
    }

    [Fact]
    public async Task Listing_with_a_short_page_of_duplicates_only_does_not_throw()
    {
        using var service = Shifted(by: 5, rows: 20, before: 2);
        using var client = CreateClient(service, new() { PageSize = 10 });

        var pages = await client.PagesAsync(TestListing.Query);

        Assert.Equal(Enumerable.Range(0, 20).Select(id => $"{id}"), pages.Ids());
        Assert.Equal(2, pages.Count);
        Assert.Equal([(0, 10), (10, 10), (20, 10)], service.RequestedRanges);
    }

    // Inserts new rows at the start before the request with this index (from 0).
    private static ModelService Shifted(int by, bool hasIds = true, int rows = 25, int before = 1) =>
        new(Enumerable.Range(0, rows).Select(id => new ModelService.Row(id, 1_000_500)))
        {
            HasIds = hasIds,
            Drift = (request, present) =>
            {
                if (request == before)
                    present.InsertRange(0, Enumerable.Range(100, by).Select(id => new ModelService.Row(id, 1_000_500)));
            },
        };

    private SessionListClient CreateClient(ModelService service, PagingOptions paging) =>
        TestListing.CreateClient(service, paging, new LoggerFactory([new FakeLoggerProvider(_log)]));
}
