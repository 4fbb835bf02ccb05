using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 10: which listings can be sliced, and where the slicing comes from.</summary>
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
    public void Another_order_than_the_slices_is_refused_at_the_call_with_the_reason(string order, string time, SessionQuery query)
    {
        var thrown = Assert.Throws<ArgumentException>("paging", () => _client.ListSessionsAsync(query, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(
            $"SliceBy walks the period in the order of {time}, so the sessions cannot come in the order of {order}: the first of them may lie in the last slice.",
            thrown.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("paging", () => _client.ListPagesAsync(query, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ListPagesAsync_with_a_slicing_that_the_call_did_not_ask_for_says_where_it_comes_from()
    {
        var query = Query.OrderByDescending(SessionMetrics.StartupTime);

        var ofClient = Assert.Throws<ArgumentException>(() => _client.ListPagesAsync(query, cancellationToken: TestContext.Current.CancellationToken));
        var ofCall = Assert.Throws<ArgumentException>(() => _client.ListPagesAsync(query, Sliced, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("SliceBy comes from the client's options (Paging.SliceBy)", ofClient.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("client's options", ofCall.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_that_decides_is_asked_for_where_it_is_missing()
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
    public async Task The_clients_options_slice_unless_the_calls_take_their_place()
    {
        Assert.Equal(TestListing.Ids(30), await _client.IdsAsync(Query));
        Assert.Equal(3, _emulator.Requests.Select(request => request.Parameters["period"]).Distinct().Count());

        Assert.Equal(TestListing.Ids(30), await _client.IdsAsync(Query, Whole));
        Assert.Equal(Query.Period.ToString(), _emulator.Requests[^1].Parameters["period"]);
    }

    [Fact]
    public async Task A_checkpoint_brings_its_slicing()
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
    public async Task A_checkpoint_of_a_listing_without_slices_stays_without()
    {
        var next = (await _client.PagesAsync(Query, Whole))[0].Next;

        Assert.Equal(TestListing.Ids(10, 20), await _client.IdsAsync(Query, Sliced, next));
        Assert.Equal(Query.Period.ToString(), _emulator.Requests[^1].Parameters["period"]);
    }

    [Fact]
    public async Task The_beginning_of_a_listing_is_one_without_slices()
    {
        Assert.Equal(TestListing.Ids(30), await _client.IdsAsync(Query, resumeFrom: SessionCheckpoint.AtStart(Query)));
        Assert.All(_emulator.Requests, request => Assert.Equal(Query.Period.ToString(), request.Parameters["period"]));
    }
}
