using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 11: a listing that stops takes its requests along.</summary>
public sealed class StoppingTests
{
    public static TheoryData<int, bool> Ways { get; } = new MatrixTheoryData<int, bool>([1, 8], [false, true]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Break(int concurrency, bool sliced)
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
    [MemberData(nameof(Ways))]
    public async Task An_exception_in_the_consumer(int concurrency, bool sliced)
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
    public async Task A_cancelled_token_of_the_argument_or_of_the_enumeration(bool argument, bool enumeration)
    {
        foreach (var way in Ways)
        {
            var (concurrency, sliced) = way.Data;
            using var ofArgument = new CancellationTokenSource();
            using var ofEnumeration = new CancellationTokenSource();
            var emulator = Hanging(concurrency);
            using var client = emulator.CreateClient(Paging(concurrency, sliced));

            var walking = WalkAsync(client.ListSessionsAsync(Query(sliced), cancellationToken: ofArgument.Token), ofEnumeration.Token);
            await Until.TrueAsync(() => emulator.RequestsInFlight == concurrency && emulator.Requests.Count > concurrency, "requests in flight");
            if (enumeration)
                await ofEnumeration.CancelAsync();
            if (argument)
                await ofArgument.CancelAsync();

            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => walking);
            if (!argument || !enumeration)
                Assert.Equal(argument ? ofArgument.Token : ofEnumeration.Token, thrown.CancellationToken);
            Assert.Equal(0, emulator.RequestsInFlight);
        }
    }

    [Fact]
    public async Task Of_two_tokens_cancelled_before_the_arguments_comes_first()
    {
        using var ofArgument = new CancellationTokenSource();
        using var ofEnumeration = new CancellationTokenSource();
        await ofEnumeration.CancelAsync();
        await ofArgument.CancelAsync();
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        using var client = emulator.CreateClient();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WalkAsync(client.ListSessionsAsync(TestListing.Query, cancellationToken: ofArgument.Token), ofEnumeration.Token));

        Assert.Equal(ofArgument.Token, thrown.CancellationToken);
        Assert.Empty(emulator.Requests);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Cancelled_inside_a_page_no_further_session_comes(bool argument, bool enumeration)
    {
        using var ofArgument = new CancellationTokenSource();
        using var ofEnumeration = new CancellationTokenSource();
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        using var client = emulator.CreateClient();
        var ids = new List<string?>();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var session in client.ListSessionsAsync(TestListing.Query, cancellationToken: ofArgument.Token).WithCancellation(ofEnumeration.Token))
            {
                ids.Add(session.SessionId);
                if (ids.Count != 4)
                    continue;

                if (enumeration)
                    await ofEnumeration.CancelAsync();
                if (argument)
                    await ofArgument.CancelAsync();
            }
        });

        Assert.Equal(TestListing.Ids(4), ids);
        Assert.Equal(argument ? ofArgument.Token : ofEnumeration.Token, thrown.CancellationToken);
        Assert.Equal(0, emulator.RequestsInFlight);
    }

    [Fact]
    public async Task Cancelled_between_two_pages_no_further_page_comes()
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
    public async Task An_enumeration_that_was_let_go_of_before_its_first_step_asked_for_nothing()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        using var client = emulator.CreateClient();

        await client.ListSessionsAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken).DisposeAsync();

        Assert.Empty(emulator.Requests);
    }

    // Answers the first request, and at several at a time the second; all others hang until they are cancelled.
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

    private static async Task WalkAsync(IAsyncEnumerable<VideoSession> sessions, CancellationToken cancellationToken)
    {
        await foreach (var _ in sessions.WithCancellation(cancellationToken))
        {
        }
    }
}
