using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

/// <summary>Cancellation by the caller throws an OperationCanceledException with the caller's token at every stage.</summary>
public sealed class CancellationTests : WireTest
{
    private readonly CancellationTokenSource _argument = new();
    private readonly CancellationTokenSource _enumerator = new();

    public enum Moment
    {
        BeforeTheFirstRequest,
        DuringARequest,
        WithinTheBody,
        DuringARetryWait,
    }

    public enum Given
    {
        Argument,
        WithCancellation,
        Both,
    }

    public static TheoryData<Moment, Given> Cases
    {
        get
        {
            var cases = new TheoryData<Moment, Given>();
            foreach (var moment in Enum.GetValues<Moment>())
            {
                foreach (var given in Enum.GetValues<Given>())
                    cases.Add(moment, given);
            }

            return cases;
        }
    }

    public override ValueTask DisposeAsync()
    {
        _argument.Dispose();
        _enumerator.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    [Theory]
    [InlineData(Moment.BeforeTheFirstRequest)]
    [InlineData(Moment.DuringARequest)]
    [InlineData(Moment.WithinTheBody)]
    [InlineData(Moment.DuringARetryWait)]
    public async Task GetPageAsync_cancelled_by_caller_throws_with_the_callers_token(Moment moment)
    {
        var client = Client();
        var reached = Arrange(moment);
        if (moment == Moment.BeforeTheFirstRequest)
            await _argument.CancelAsync();

        var page = client.GetPageAsync(TestValues.Query, cancellationToken: _argument.Token);
        await reached;
        await _argument.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        Assert.Equal(_argument.Token, failure.CancellationToken);
        Assert.Equal(moment == Moment.BeforeTheFirstRequest ? 0 : 1, Service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Listing_cancelled_by_caller_throws_with_the_cancelled_token(Moment moment, Given given)
    {
        var client = Client();
        var reached = Arrange(moment);
        var sessions = client.ListSessionsAsync(TestValues.Query, TestValues.Paging, cancellationToken: _argument.Token);
        if (moment == Moment.BeforeTheFirstRequest)
            Cancel(given);

        var first = FirstAsync(sessions);
        await reached;
        Cancel(given);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(given == Given.WithCancellation ? _enumerator.Token : _argument.Token, failure.CancellationToken);
        Assert.Equal(moment == Moment.BeforeTheFirstRequest ? 0 : 1, Service.Requests.Count);
    }

    [Theory]
    [InlineData(Given.Argument)]
    [InlineData(Given.WithCancellation)]
    [InlineData(Given.Both)]
    public async Task Listing_cancelled_within_a_page_stops_at_the_next_session(Given given)
    {
        await using var sessions = Client()
            .ListSessionsAsync(TestValues.Query, TestValues.Paging, cancellationToken: _argument.Token)
            .GetAsyncEnumerator(_enumerator.Token);
        Assert.True(await sessions.MoveNextAsync());
        Cancel(given);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sessions.MoveNextAsync());

        Assert.Equal(given == Given.WithCancellation ? _enumerator.Token : _argument.Token, failure.CancellationToken);
        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    public async Task GetPageAsync_cancelled_while_an_error_status_arrives_throws_cancellation(int status)
    {
        using var handler = new CancellingHandler(_argument) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        Service.Always(TestResponses.Status(status));

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Client(handler: handler).GetPageAsync(TestValues.Query, cancellationToken: _argument.Token));

        Assert.Equal(_argument.Token, failure.CancellationToken);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task GetPageAsync_cancelled_during_ApiKeyProvider_throws_with_the_callers_token()
    {
        var client = Client(options => options.ApiKeyProvider = async token =>
        {
            await _argument.CancelAsync();
            throw new InvalidOperationException("The vault was interrupted.");
        });

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetPageAsync(TestValues.Query, cancellationToken: _argument.Token));

        Assert.Equal(_argument.Token, failure.CancellationToken);
    }

    [Fact]
    public async Task GetPageAsync_cancelled_by_a_handler_throws_timeout_after_retries()
    {
        using var handler = new TimingOutHandler();

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client(handler: handler)));

        Assert.True(failure.IsTimeout);
        Assert.Equal(4, handler.Calls);
    }

    [Fact]
    public async Task Listing_cancelled_by_caller_does_not_affect_other_listings()
    {
        var client = Client();
        Service.Next(exchange => exchange.WaitForDisconnectAsync());
        var stopped = FirstAsync(client.ListSessionsAsync(TestValues.Query, TestValues.Paging, cancellationToken: _argument.Token));
        while (Service.Requests.Count == 0)
            await Task.Yield();

        var others = Enumerable.Range(0, 4).Select(_ => IdsAsync(client)).ToList();
        await _argument.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        foreach (var other in others)
            Assert.Equal(TestValues.Ids, await other);
    }

    private Task Arrange(Moment moment)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        switch (moment)
        {
            case Moment.DuringARequest:
                Service.Next(async exchange =>
                {
                    reached.SetResult();
                    await exchange.WaitForDisconnectAsync();
                });
                return reached.Task;
            case Moment.WithinTheBody:
                Service.Next(async exchange =>
                {
                    await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
                    reached.SetResult();
                    await exchange.WaitForDisconnectAsync();
                });
                return reached.Task;
            case Moment.DuringARetryWait:
                Service.Always(TestResponses.Status(503));
                return Clock.WaitForDelayAsync();
            default:
                return Task.CompletedTask;
        }
    }

    private void Cancel(Given given)
    {
        if (given is Given.WithCancellation or Given.Both)
            _enumerator.Cancel();

        if (given is Given.Argument or Given.Both)
            _argument.Cancel();
    }

    private async Task FirstAsync(IAsyncEnumerable<VideoSession> sessions)
    {
        await foreach (var unused in sessions.WithCancellation(_enumerator.Token))
            return;
    }

    private sealed class CancellingHandler(CancellationTokenSource source) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(TestToken);
            await source.CancelAsync();
            return response;
        }
    }

    private sealed class TimingOutHandler : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            throw new TaskCanceledException("The handler timed out.");
        }
    }
}
