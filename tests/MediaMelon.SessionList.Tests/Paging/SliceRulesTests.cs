using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 10: which listings can be sliced, and which options apply.</summary>
public sealed class SliceRulesTests : IDisposable
{
    private static readonly SessionQuery Query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(30)));
    private static readonly PagingOptions Sliced = new() { PageSize = 20, SliceBy = TimeSpan.FromSeconds(10) };
    private static readonly PagingOptions Whole = new() { PageSize = 10 };

    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(30));
    private readonly SessionListClient _client;

    public SliceRulesTests() => _client = _emulator.CreateClient(Sliced);

    public static TheoryData<string, string, SessionQuery> OtherOrders { get; } = new()
    {
        { "latency", "endtime", Query.OrderByDescending(SessionMetrics.StartupTime) },
        { "starttime", "endtime", Query.OrderBy(SessionFields.StartTime) },
        { "endtime", "starttime", Query.WithSessionType(SessionType.Started).OrderBy(SessionFields.EndTime) },
    };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(OtherOrders))]
    public void Sliced_listing_ordered_by_another_field_throws_with_the_reason(string order, string time, SessionQuery query)
    {
        var thrown = Assert.Throws<ArgumentException>("paging", () => _client.ListSessionsAsync(query, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(
            $"SliceBy returns sessions in the order of {time}, so they cannot be ordered by {order}: the first session in that order may be in the last slice.",
            thrown.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("paging", () => _client.ListPagesAsync(query, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ListPagesAsync_with_SliceBy_of_the_client_options_names_them_in_the_error()
    {
        var query = Query.OrderByDescending(SessionMetrics.StartupTime);

        var clientError = Assert.Throws<ArgumentException>(() => _client.ListPagesAsync(query, cancellationToken: TestContext.Current.CancellationToken));
        var callError = Assert.Throws<ArgumentException>(() => _client.ListPagesAsync(query, Sliced, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("SliceBy comes from the client's options (Paging.SliceBy)", clientError.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("client's options", callError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sliced_listing_requests_the_time_field_if_the_query_lacks_it()
    {
        var query = Query.Select(SessionFields.SessionId);

        await _client.IdsAsync(query);
        Assert.All(_emulator.Requests, request => Assert.Equal("latency,sessionid,endtime", request.Parameters["metrics"]));

        await _client.IdsAsync(query.WithSessionType(SessionType.Started));
        Assert.EndsWith(",starttime", _emulator.Requests[^1].Parameters["metrics"], StringComparison.Ordinal);

        await _client.IdsAsync(query, Whole);
        Assert.Equal("latency,sessionid", _emulator.Requests[^1].Parameters["metrics"]);
    }

    [Fact]
    public async Task SliceBy_of_the_client_applies_unless_the_call_has_paging_options()
    {
        Assert.Equal(TestListing.Ids(30), await _client.IdsAsync(Query));
        Assert.Equal(3, _emulator.Requests.Select(request => request.Parameters["period"]).Distinct().Count());

        Assert.Equal(TestListing.Ids(30), await _client.IdsAsync(Query, Whole));
        Assert.Equal(Query.Period.ToString(), _emulator.Requests[^1].Parameters["period"]);
    }

    [Fact]
    public async Task Checkpoint_of_a_sliced_listing_resumes_with_its_slices()
    {
        var next = (await _client.PagesAsync(Query))[0].Next;

        foreach (var paging in new[] { Whole, new() { SliceBy = TimeSpan.FromSeconds(7) } })
        {
            var before = _emulator.Requests.Count;
            Assert.Equal(TestListing.Ids(10, 20), await _client.IdsAsync(Query, paging, next));
            Assert.StartsWith("start=1000009,end=1000020", _emulator.Requests[before].Parameters["period"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Checkpoint_of_an_unsliced_listing_resumes_without_slices()
    {
        var next = (await _client.PagesAsync(Query, Whole))[0].Next;

        Assert.Equal(TestListing.Ids(10, 20), await _client.IdsAsync(Query, Sliced, next));
        Assert.Equal(Query.Period.ToString(), _emulator.Requests[^1].Parameters["period"]);
    }

    [Fact]
    public async Task Checkpoint_AtStart_resumes_without_slices()
    {
        Assert.Equal(TestListing.Ids(30), await _client.IdsAsync(Query, resumeFrom: SessionCheckpoint.AtStart(Query)));
        Assert.All(_emulator.Requests, request => Assert.Equal(Query.Period.ToString(), request.Parameters["period"]));
    }
}
