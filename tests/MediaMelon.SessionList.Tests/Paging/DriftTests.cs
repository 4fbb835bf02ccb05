using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 7: new sessions push rows down while a listing is read, and the end of a page comes again.</summary>
public sealed class DriftTests
{
    private readonly FakeLogCollector _log = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Rows_that_come_again_are_dropped_and_counted(int concurrency)
    {
        using var service = Pushed(by: 3);
        using var client = CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        var ids = await client.IdsAsync(TestListing.Query);

        Assert.Equal(Enumerable.Range(0, 25).Select(id => $"{id}"), ids);
        var warning = Assert.Single(_log.GetSnapshot(), record => record.Id.Name == "DuplicatesDropped");
        Assert.Equal("3", warning.GetStructuredStateValue("Duplicates"));
    }

    [Fact]
    public async Task They_are_delivered_where_that_is_asked_for()
    {
        using var service = Pushed(by: 3);
        using var client = CreateClient(service, new() { PageSize = 10, DropDuplicates = false });

        var ids = await client.IdsAsync(TestListing.Query);

        Assert.Equal([.. Enumerable.Range(0, 10), .. Enumerable.Range(7, 18)], ids.Select(int.Parse!));
        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Id.Name == "DuplicatesDropped");
    }

    [Fact]
    public async Task Without_ids_none_can_be_told_and_nothing_is_said()
    {
        using var service = Pushed(by: 3, hasIds: false);
        using var client = CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(28, (await client.IdsAsync(TestListing.Query.Select(SessionFields.EndTime))).Count);
        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Id.Name == "DuplicatesDropped");
    }

    [Fact]
    public async Task Take_is_filled_in_spite_of_them()
    {
        using var service = Pushed(by: 3);
        using var client = CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(Enumerable.Range(0, 20).Select(id => $"{id}"), await client.IdsAsync(TestListing.Query.Take(20)));
        Assert.Equal([(0, 10), (10, 10), (20, 3)], service.Asked);
    }

    [Fact]
    public async Task A_row_that_the_page_before_the_last_brought_is_known_as_well()
    {
        using var service = Pushed(by: 12, before: 2);
        using var client = CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(Enumerable.Range(0, 25).Select(id => $"{id}"), await client.IdsAsync(TestListing.Query));
    }

    [Fact]
    public async Task A_short_page_of_nothing_but_rows_that_came_again_is_no_repetition()
    {
        using var service = Pushed(by: 5, rows: 20, before: 2);
        using var client = CreateClient(service, new() { PageSize = 10 });

        var pages = await client.PagesAsync(TestListing.Query);

        Assert.Equal(Enumerable.Range(0, 20).Select(id => $"{id}"), pages.Ids());
        Assert.Equal(2, pages.Count);
        Assert.Equal([(0, 10), (10, 10), (20, 10)], service.Asked);
    }

    // New rows come in at the head before the request of that number, from 0.
    private static ModelService Pushed(int by, bool hasIds = true, int rows = 25, int before = 1) =>
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
