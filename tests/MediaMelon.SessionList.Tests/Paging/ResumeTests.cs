using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rules 12 and 13: a listing continues at the position where it stopped.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly SessionQuery Query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(40)));

    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(40));
    private readonly SessionListClient _client;

    public ResumeTests() => _client = _emulator.CreateClient();

    private static readonly PagingOptions[] PagingVariants =
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
    public async Task SessionPage_Next_of_each_page_resumes_after_that_page()
    {
        foreach (var paging in PagingVariants)
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
    public async Task SessionPage_Next_of_a_full_last_page_is_set_and_of_a_short_last_page_is_null()
    {
        Assert.NotNull((await _client.PagesAsync(Query, new() { PageSize = 20 }))[^1].Next);
        Assert.Null((await _client.PagesAsync(Query, new() { PageSize = 21 }))[^1].Next);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task ResumeFrom_of_each_failure_resumes_after_the_last_returned_page(EmulatorFault fault, Type type)
    {
        foreach (var paging in PagingVariants)
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
    public async Task ResumeFrom_of_a_failed_first_request_is_the_start()
    {
        foreach (var paging in PagingVariants)
        {
            _emulator.Inject(EmulatorFault.ConnectionReset());

            var thrown = await Assert.ThrowsAsync<SessionListConnectionException>(() => _client.IdsAsync(Query.Skip(3), paging));

            if (paging.SliceBy is null)
                Assert.Equal(SessionCheckpoint.AtStart(Query.Skip(3)), thrown.ResumeFrom);
            Assert.Equal(TestListing.Ids(3, 37), await _client.IdsAsync(Query.Skip(3), resumeFrom: thrown.ResumeFrom));
        }
    }

    [Fact]
    public async Task ResumeFrom_of_a_second_failure_before_any_page_is_unchanged()
    {
        _emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset(), EmulatorFault.ConnectionReset());

        var first = await Assert.ThrowsAsync<SessionListConnectionException>(() => _client.IdsAsync(Query, new() { PageSize = 10 }));
        var second = await Assert.ThrowsAsync<SessionListConnectionException>(() => _client.IdsAsync(Query, resumeFrom: first.ResumeFrom));

        Assert.Equal(first.ResumeFrom, second.ResumeFrom);
    }

    [Fact]
    public async Task Checkpoint_read_from_a_file_resumes_the_listing()
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
    public async Task Take_applies_to_the_original_and_the_resumed_listing_together()
    {
        foreach (var paging in PagingVariants)
        {
            var query = Query.Skip(2).Take(17);
            var pages = await _client.PagesAsync(query, paging);
            Assert.Equal(TestListing.Ids(2, 17), pages.Ids());
            Assert.Null(pages[^1].Next);

            Assert.Equal(pages.Skip(2).Ids(), await _client.IdsAsync(query, paging, pages[1].Next));
        }
    }

    [Fact]
    public async Task Checkpoint_keeps_the_capped_page_size()
    {
        var capping = new SessionListEmulator(TestListing.Sessions(40)) { MaxLimit = 6 };
        using var client = capping.CreateClient(new() { PageSize = 10 });
        var next = (await client.PagesAsync(Query))[1].Next;

        Assert.Equal(TestListing.Ids(12, 28), await client.IdsAsync(Query, resumeFrom: next));
        Assert.Equal("12+6", capping.RequestedRanges().ElementAt(7));
    }

    [Fact]
    public void Resuming_with_another_query_or_period_throws_with_the_reason()
    {
        var checkpoint = SessionCheckpoint.AtStart(Query);
        var token = TestContext.Current.CancellationToken;

        var query = Assert.Throws<ArgumentException>("resumeFrom", () => _client.ListPagesAsync(Query.Take(3), resumeFrom: checkpoint, cancellationToken: token));
        var period = Assert.Throws<ArgumentException>("resumeFrom", () => _client.ListSessionsAsync(TestListing.Query, resumeFrom: checkpoint, cancellationToken: token));

        Assert.StartsWith(
            "The checkpoint belongs to another query. Resume with the query of the checkpoint. "
                + "Only the page size and the concurrency may differ.",
            query.Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"The checkpoint belongs to the period {Query.Period}, but the period of the query is {TestListing.Query.Period}. Resume with query.WithPeriod(checkpoint.Period).",
            period.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("resumeFrom", () => { _ = _client.GetPageAsync(TestListing.Query, resumeFrom: checkpoint, cancellationToken: token); });
        Assert.Empty(_emulator.Requests);
    }
}
