using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>Calls of ListRowsAsync before the enumeration, and the end of the enumeration.</summary>
[Collection(nameof(NonParallel))]
public sealed class RowCallTests : IDisposable
{
    private static readonly SessionQuery Query = TestListing.Query.Include(OwnContext.Default.Start);

    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(25));
    private readonly SessionListClient _client;

    public RowCallTests() => _client = _emulator.CreateClient(new() { PageSize = 10 });

    public static TheoryData<bool> Clients { get; } = [true, false];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ListRowsAsync_of_the_client_and_of_the_interface_return_the_same_rows()
    {
        var direct = await _client.ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);
        var throughInterface = await ((ISessionListClient)_client).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(TestListing.Ids(25), direct.Select(row => row.Id));
        Assert.Equal(direct, throughInterface);
        Assert.Equal(["0+10", "10+10", "20+10", "0+10", "10+10", "20+10"], _emulator.RequestedRanges());
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_sends_requests_at_enumeration_and_restarts_for_each_one(bool direct)
    {
        var rows = Client(direct).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token);
        Assert.Empty(_emulator.Requests);

        for (var pass = 0; pass < 2; pass++)
            Assert.Equal(TestListing.Ids(25), await rows.Select(row => row.Id).ToListAsync(Token));

        Assert.Equal(6, _emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void ListRowsAsync_null_argument_throws_before_the_enumeration(bool direct)
    {
        var client = Client(direct);

        Assert.Throws<ArgumentNullException>("query", () => client.ListRowsAsync(null!, OwnContext.Default.Start, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("query", () => client.ListRowPagesAsync(null!, OwnContext.Default.Start, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("rowType", () => client.ListRowsAsync(Query, (JsonTypeInfo<Start>)null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("rowType", () => client.ListRowPagesAsync(Query, (JsonTypeInfo<Start>)null!, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void ListRowsAsync_type_without_properties_throws_before_the_enumeration(bool direct)
    {
        var client = Client(direct);

        var list = Assert.Throws<ArgumentException>("rowType", () => client.ListRowsAsync(Query, OwnContext.Default.ListStart, cancellationToken: Token));
        Assert.Contains("List`1", list.Message, StringComparison.Ordinal);
        var session = Assert.Throws<ArgumentException>("rowType", () => client.ListRowPagesAsync(Query, OwnContext.Default.VideoSession, cancellationToken: Token));
        Assert.Contains("VideoSession", session.Message, StringComparison.Ordinal);
        var number = (JsonTypeInfo<int>)JsonSerializerOptions.Default.GetTypeInfo(typeof(int));
        Assert.Throws<ArgumentException>("rowType", () => client.ListRowsAsync(Query, number, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void ListRowsAsync_invalid_options_or_checkpoint_throw_before_the_enumeration(bool direct)
    {
        var client = Client(direct);

        Assert.Throws<ArgumentException>("paging", () => client.ListRowsAsync(Query, OwnContext.Default.Start, new() { PageSize = 0 }, cancellationToken: Token));
        Assert.Throws<ArgumentException>("paging", () => client.ListRowPagesAsync(
            Query.OrderBy(SessionMetrics.Errors), OwnContext.Default.Start, new() { SliceBy = TimeSpan.FromHours(1) }, cancellationToken: Token));
        Assert.Throws<ArgumentException>("resumeFrom", () => client.ListRowsAsync(
            Query, OwnContext.Default.Start, resumeFrom: SessionCheckpoint.AtStart(TestQueries.Query), cancellationToken: Token));
    }

    [Fact]
    public void ListRowsAsync_on_a_disposed_client_throws_before_the_enumeration()
    {
        _client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _client.ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token));
        Assert.Throws<ObjectDisposedException>(() => _client.ListRowPagesAsync(Query, OwnContext.Default.Start, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_observes_the_argument_token_and_the_enumeration_token(bool direct)
    {
        using var caller = new CancellationTokenSource();
        using var enumerator = new CancellationTokenSource();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => CancelAtFirstRowAsync(Client(direct).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: caller.Token), caller, CancellationToken.None));
        Assert.Equal(caller.Token, cancelled.CancellationToken);

        cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => CancelAtFirstRowAsync(Client(direct).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token), enumerator, enumerator.Token));
        Assert.Equal(enumerator.Token, cancelled.CancellationToken);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_continues_when_the_counter_of_the_last_row_reports_more(bool direct)
    {
        _emulator.Inject(
            EmulatorFault.Body("""{"response":[{"sessionid":"a","totalpages":2},{"sessionid":"b","totalpages":"3"}]}"""),
            EmulatorFault.Body("""{"response":[{"sessionid":"c","totalpages":3}]}"""));

        var rows = await Client(direct).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["a", "b", "c"], rows.Select(row => row.Id));
        Assert.Equal(2, _emulator.Requests.Count);
    }

    [Fact]
    public async Task ListRowsAsync_logs_the_number_of_rows_as_sessions()
    {
        using var collected = new Collected();
        using var client = _emulator.CreateClient(new() { PageSize = 10 }, collected.Loggers);

        await client.ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal("25", collected.Record("ListingEnded").GetStructuredStateValue("Sessions"));
    }

    private static async Task CancelAtFirstRowAsync(IAsyncEnumerable<Start> rows, CancellationTokenSource source, CancellationToken token)
    {
        await foreach (var _ in rows.WithCancellation(token))
            await source.CancelAsync();
    }

    private ISessionListClient Client(bool direct) => direct ? _client : new SessionsOnlyClient(_client);
}
