using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 11: a listing that stops cancels its requests.</summary>
public sealed class StoppingTests
{
    public static TheoryData<int, bool> Variants { get; } = new MatrixTheoryData<int, bool>([1, 8], [false, true]);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Break_cancels_the_requests_in_flight(int concurrency, bool sliced)
    {
        var emulator = Hanging(concurrency);
        using var client = emulator.CreateClient(Paging(concurrency, sliced));

        await foreach (var _ in client.ListPagesAsync(Query(sliced), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (emulator.Requests.Count > 1 || concurrency == 1)
                break;
        }

        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Equal(concurrency == 1 ? 1 : concurrency + 1, emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Exception_in_the_consumer_cancels_the_requests_in_flight(int concurrency, bool sliced)
    {
        var emulator = Hanging(concurrency);
        using var client = emulator.CreateClient(Paging(concurrency, sliced));

        await Assert.ThrowsAsync<NotSupportedException>(async () =>
        {
            await foreach (var _ in client.ListPagesAsync(Query(sliced), cancellationToken: TestContext.Current.CancellationToken))
            {
                if (emulator.Requests.Count > 1 || concurrency == 1)
                    throw new NotSupportedException();
            }
        });

        Assert.Equal(0, emulator.RequestsInFlight);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Cancellation_by_argument_or_enumeration_token_cancels_the_requests_in_flight(
        bool argument, bool enumeration)
    {
        foreach (var variant in Variants)
        {
            var (concurrency, sliced) = variant.Data;
            using var argumentSource = new CancellationTokenSource();
            using var enumerationSource = new CancellationTokenSource();
            var emulator = Hanging(concurrency);
            using var client = emulator.CreateClient(Paging(concurrency, sliced));

            var listing = EnumerateAsync(client.ListSessionsAsync(Query(sliced), cancellationToken: argumentSource.Token), enumerationSource.Token);
            await Poll.UntilAsync(() => emulator.RequestsInFlight == concurrency && emulator.Requests.Count > concurrency, "requests in flight");
            if (enumeration)
                await enumerationSource.CancelAsync();
            if (argument)
                await argumentSource.CancelAsync();

            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
            if (!argument || !enumeration)
                Assert.Equal(argument ? argumentSource.Token : enumerationSource.Token, thrown.CancellationToken);
            Assert.Equal(0, emulator.RequestsInFlight);
        }
    }

    [Fact]
    public async Task Enumeration_with_two_cancelled_tokens_throws_with_the_argument_token()
    {
        using var argumentSource = new CancellationTokenSource();
        using var enumerationSource = new CancellationTokenSource();
        await enumerationSource.CancelAsync();
        await argumentSource.CancelAsync();
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        using var client = emulator.CreateClient();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => EnumerateAsync(client.ListSessionsAsync(TestListing.Query, cancellationToken: argumentSource.Token), enumerationSource.Token));

        Assert.Equal(argumentSource.Token, thrown.CancellationToken);
        Assert.Empty(emulator.Requests);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Cancellation_within_a_page_returns_no_further_session(bool argument, bool enumeration)
    {
        using var argumentSource = new CancellationTokenSource();
        using var enumerationSource = new CancellationTokenSource();
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        using var client = emulator.CreateClient();
        var ids = new List<string?>();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var session in client.ListSessionsAsync(TestListing.Query, cancellationToken: argumentSource.Token).WithCancellation(enumerationSource.Token))
            {
                ids.Add(session.SessionId);
                if (ids.Count != 4)
                    continue;

                if (enumeration)
                    await enumerationSource.CancelAsync();
                if (argument)
                    await argumentSource.CancelAsync();
            }
        });

        Assert.Equal(TestListing.Ids(4), ids);
        Assert.Equal(argument ? argumentSource.Token : enumerationSource.Token, thrown.CancellationToken);
        Assert.Equal(0, emulator.RequestsInFlight);
    }

    [Fact]
    public async Task Cancellation_between_two_pages_returns_no_further_page()
    {
        using var cancellation = new CancellationTokenSource();
        var emulator = new SessionListEmulator(TestListing.Sessions(100));
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = 4 });
        var pages = 0;

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in client.ListPagesAsync(TestListing.Query, cancellationToken: CancellationToken.None).WithCancellation(cancellation.Token))
            {
                if (++pages == 3)
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal(3, pages);
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.Equal(0, emulator.RequestsInFlight);
    }

    [Fact]
    public async Task Enumerator_disposed_before_the_first_MoveNextAsync_sends_no_request()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        using var client = emulator.CreateClient();

        await client.ListSessionsAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken).DisposeAsync();

        Assert.Empty(emulator.Requests);
    }

    // Responds to the first request, and with concurrency to the second. All others hang until they are cancelled.
    private static SessionListEmulator Hanging(int concurrency)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(2000));
        emulator.Inject([.. Enumerable.Repeat(EmulatorFault.None(), Math.Min(concurrency, 2)), .. Enumerable.Repeat(EmulatorFault.Hang(), 100)]);
        return emulator;
    }

    private static SessionQuery Query(bool sliced) =>
        sliced ? TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(200))) : TestListing.Query;

    // A slice fits into one page. With two pages per slice, fewer slices are requested ahead once the second page is known, and
    // whether that is known in time depends on which response comes first.
    private static PagingOptions Paging(int concurrency, bool sliced) =>
        new() { PageSize = 10, MaxConcurrentRequests = concurrency, SliceBy = sliced ? TimeSpan.FromSeconds(5) : null };

    private static async Task EnumerateAsync(IAsyncEnumerable<VideoSession> sessions, CancellationToken cancellationToken)
    {
        await foreach (var _ in sessions.WithCancellation(cancellationToken))
        {
        }
    }
}
