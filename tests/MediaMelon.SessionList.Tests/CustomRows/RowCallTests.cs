using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>What asking for rows does before anything is enumerated, and what ends it.</summary>
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
    public async Task Rows_come_from_the_client_itself_and_by_its_interface()
    {
        var own = await _client.ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);
        var byInterface = await ((ISessionListClient)_client).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(TestListing.Ids(25), own.Select(row => row.Id));
        Assert.Equal(own, byInterface);
        Assert.Equal(["0+10", "10+10", "20+10", "0+10", "10+10", "20+10"], _emulator.Asked());
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Nothing_is_requested_before_the_first_step_and_every_enumeration_begins_anew(bool straight)
    {
        var rows = Client(straight).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token);
        Assert.Empty(_emulator.Requests);

        for (var time = 0; time < 2; time++)
            Assert.Equal(TestListing.Ids(25), await rows.Select(row => row.Id).ToListAsync(Token));

        Assert.Equal(6, _emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Null_is_refused_by_the_call_itself(bool straight)
    {
        var client = Client(straight);

        Assert.Throws<ArgumentNullException>("query", () => client.ListRowsAsync(null!, OwnContext.Default.Start, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("query", () => client.ListRowPagesAsync(null!, OwnContext.Default.Start, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("rowType", () => client.ListRowsAsync(Query, (JsonTypeInfo<Start>)null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("rowType", () => client.ListRowPagesAsync(Query, (JsonTypeInfo<Start>)null!, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_type_without_properties_is_refused_by_the_call_itself(bool straight)
    {
        var client = Client(straight);

        var list = Assert.Throws<ArgumentException>("rowType", () => client.ListRowsAsync(Query, OwnContext.Default.ListStart, cancellationToken: Token));
        Assert.Contains("List`1", list.Message, StringComparison.Ordinal);
        var session = Assert.Throws<ArgumentException>("rowType", () => client.ListRowPagesAsync(Query, OwnContext.Default.VideoSession, cancellationToken: Token));
        Assert.Contains("VideoSession", session.Message, StringComparison.Ordinal);
        var number = (JsonTypeInfo<int>)JsonSerializerOptions.Default.GetTypeInfo(typeof(int));
        Assert.Throws<ArgumentException>("rowType", () => client.ListRowsAsync(Query, number, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Options_and_checkpoints_that_do_not_fit_are_refused_by_the_call_itself(bool straight)
    {
        var client = Client(straight);

        Assert.Throws<ArgumentException>("paging", () => client.ListRowsAsync(Query, OwnContext.Default.Start, new() { PageSize = 0 }, cancellationToken: Token));
        Assert.Throws<ArgumentException>("paging", () => client.ListRowPagesAsync(
            Query.OrderBy(SessionMetrics.Errors), OwnContext.Default.Start, new() { SliceBy = TimeSpan.FromHours(1) }, cancellationToken: Token));
        Assert.Throws<ArgumentException>("resumeFrom", () => client.ListRowsAsync(
            Query, OwnContext.Default.Start, resumeFrom: SessionCheckpoint.AtStart(TestQueries.Query), cancellationToken: Token));
    }

    [Fact]
    public void A_client_that_was_disposed_refuses_by_the_call_itself()
    {
        _client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _client.ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token));
        Assert.Throws<ObjectDisposedException>(() => _client.ListRowPagesAsync(Query, OwnContext.Default.Start, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task The_token_of_the_call_and_that_of_the_enumeration_both_count(bool straight)
    {
        using var caller = new CancellationTokenSource();
        using var enumerator = new CancellationTokenSource();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WalkAsync(Client(straight).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: caller.Token), caller, CancellationToken.None));
        Assert.Equal(caller.Token, cancelled.CancellationToken);

        cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WalkAsync(Client(straight).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token), enumerator, enumerator.Token));
        Assert.Equal(enumerator.Token, cancelled.CancellationToken);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task The_counter_in_the_last_row_argues_for_going_on(bool straight)
    {
        _emulator.Inject(
            EmulatorFault.Body("""{"response":[{"sessionid":"a","totalpages":2},{"sessionid":"b","totalpages":"3"}]}"""),
            EmulatorFault.Body("""{"response":[{"sessionid":"c","totalpages":3}]}"""));

        var rows = await Client(straight).ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["a", "b", "c"], rows.Select(row => row.Id));
        Assert.Equal(2, _emulator.Requests.Count);
    }

    [Fact]
    public async Task Rows_are_counted_in_the_log_as_sessions_are()
    {
        using var collected = new Collected();
        using var client = _emulator.CreateClient(new() { PageSize = 10 }, collected.Loggers);

        await client.ListRowsAsync(Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal("25", collected.Record("ListingEnded").GetStructuredStateValue("Sessions"));
    }

    private static async Task WalkAsync(IAsyncEnumerable<Start> rows, CancellationTokenSource source, CancellationToken token)
    {
        await foreach (var _ in rows.WithCancellation(token))
            await source.CancelAsync();
    }

    private ISessionListClient Client(bool straight) => straight ? _client : new SessionsOnly(_client);
}
