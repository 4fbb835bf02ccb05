using System.Collections.Concurrent;
using System.Net;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>Custom handlers run inside the retries and before the handler that sets the key.</summary>
public sealed class HandlersTests : RegistrationTest
{
    private readonly Watcher _watcher = new();

    [Fact]
    public async Task AddHttpMessageHandler_handler_runs_once_per_attempt()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => _watcher);
        Service.Next(TestResponses.Status(503), TestResponses.ResetInBody());

        await PageAsync(Client());

        Assert.Equal(3, _watcher.Calls);
        Assert.Equal(3, Service.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddHttpMessageHandler_handler_never_receives_the_key(bool isForAllClients)
    {
        if (isForAllClients)
            Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => _watcher));

        var builder = Services.AddSessionListClient(Configure);
        if (!isForAllClients)
            builder.AddHttpMessageHandler(() => _watcher);

        Service.Next(TestResponses.Status(503), TestResponses.ResetBeforeHeaders(), TestResponses.NoResponse());

        await PageAsync(Client());

        Assert.Equal(8, _watcher.Seen.Count);
        Assert.All(_watcher.Seen, seen => Assert.DoesNotContain(TestValues.Key, seen, StringComparison.Ordinal));
        Assert.All(Service.Requests, request => Assert.Equal([TestValues.Key], request.Header("X-API-Key")));
    }

    [Fact]
    public async Task AddHttpMessageHandler_handler_can_add_headers_and_read_the_body()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => _watcher);

        var page = await PageAsync(Client());

        Assert.Equal(TestValues.Ids.Count, page.Sessions.Count);
        Assert.Equal(["1"], Assert.Single(Service.Requests).Header("X-Watched"));
    }

    [Fact]
    public async Task AddHttpMessageHandler_handler_can_return_a_cached_response()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new CachingHandler());

        var page = await PageAsync(Client());

        Assert.Empty(page.Sessions);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task AddHttpMessageHandler_handler_can_change_the_status()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new StatusChangingHandler());
        Service.Next(TestResponses.Status(404, TestValues.Envelope(["""{"country":"US"}"""])));

        var page = await PageAsync(Client());

        Assert.Equal("US", Assert.Single(page.Sessions).Country);
    }

    [Fact]
    public async Task AddHttpMessageHandler_handler_that_reuses_a_response_causes_an_exception()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new ReusingHandler());

        var client = Client();
        await PageAsync(client);

        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
    }

    [Fact]
    public async Task AddHttpMessageHandler_handler_exception_reaches_the_caller()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new Failing(new NotSupportedException("custom")));

        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => PageAsync(Client()));

        Assert.Equal("custom", failure.Message);
    }

    private sealed class Watcher : DelegatingHandler
    {
        private int _calls;

        public int Calls => _calls;

        public ConcurrentQueue<string> Seen { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            request.Headers.Remove("X-Watched");
            request.Headers.Add("X-Watched", "1");
            Seen.Enqueue($"{request}");
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                Seen.Enqueue($"{request} {response} {response.RequestMessage} {await response.Content.ReadAsStringAsync(cancellationToken)}");
                return response;
            }
            catch (Exception failure)
            {
                Seen.Enqueue($"{request} {failure}");
                throw;
            }
        }
    }

    private sealed class CachingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(TestValues.Envelope([])), RequestMessage = request });
    }

    private sealed class ReusingHandler : DelegatingHandler
    {
        private HttpResponseMessage? _response;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _response ??= await base.SendAsync(request, cancellationToken);
    }

    private sealed class StatusChangingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.StatusCode = HttpStatusCode.OK;
            return response;
        }
    }

    private sealed class Failing(Exception failure) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw failure;
    }
}
