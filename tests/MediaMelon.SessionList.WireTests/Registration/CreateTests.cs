using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>Tests clients that <c>SessionListClient.Create</c> returns.</summary>
public sealed class CreateTests : WireTest
{
    [Fact]
    public async Task Create_copies_the_options()
    {
        var options = Options(options => options.Paging = new() { PageSize = 5 });
        using var client = SessionListClient.Create(options, timeProvider: Clock);

        options.ApiKey = "another-key";
        options.CustomerId = 1;
        options.BaseAddress = new Uri("http://127.0.0.1:1");
        options.Paging.PageSize = 7;
        var page = await PageAsync(client);

        Assert.Equal(5, page.Sessions.Count);
        Assert.Equal([TestValues.Key], Assert.Single(Service.Requests).Header("X-API-Key"));
    }

    [Fact]
    public async Task Dispose_does_not_dispose_the_handler_passed_to_Create()
    {
        using var handler = new TrackedHandler { InnerHandler = new SocketsHttpHandler() };
        for (var i = 0; i < 2; i++)
        {
            using var client = SessionListClient.Create(Options(), handler, timeProvider: Clock);
            await PageAsync(client);
        }

        Assert.False(handler.IsDisposed);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Disposed_client_throws_from_every_method()
    {
        var client = Client();
        await PageAsync(client);
        client.Dispose();
        client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => client.ListSessionsAsync(TestValues.Query, cancellationToken: TestToken));
        Assert.Throws<ObjectDisposedException>(() => client.ListPagesAsync(TestValues.Query, cancellationToken: TestToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetPageAsync(TestValues.Query, cancellationToken: TestToken));
    }

    [Fact]
    public async Task Listing_created_before_Dispose_throws_when_enumerated()
    {
        var client = Client();
        var listing = client.ListSessionsAsync(TestValues.Query, TestValues.Paging, cancellationToken: TestToken);
        client.Dispose();
        await using var sessions = listing.GetAsyncEnumerator(TestToken);

        var failure = await Assert.ThrowsAsync<ObjectDisposedException>(() => Clock.RunAsync(sessions.MoveNextAsync().AsTask()));

        Assert.EndsWith(nameof(SessionListClient), failure.ObjectName, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task Listing_throws_when_the_client_is_disposed_between_two_pages()
    {
        var client = Client();
        await using var pages = client.ListPagesAsync(TestValues.Query, TestValues.Paging, cancellationToken: TestToken).GetAsyncEnumerator(TestToken);
        Assert.True(await pages.MoveNextAsync());
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Clock.RunAsync(pages.MoveNextAsync().AsTask()));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetPageAsync_interrupted_by_Dispose_throws(bool isRetryDelay)
    {
        var client = Client();
        var reached = new TaskCompletionSource();
        Service.Always(isRetryDelay ? TestResponses.Status(503) : exchange =>
        {
            reached.SetResult();
            return exchange.WaitForDisconnectAsync();
        });
        var page = client.GetPageAsync(TestValues.Query, cancellationToken: TestToken);
        await (isRetryDelay ? Clock.WaitForDelayAsync() : reached.Task);

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Clock.RunAsync(page));
    }

    private sealed class TrackedHandler : DelegatingHandler
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
