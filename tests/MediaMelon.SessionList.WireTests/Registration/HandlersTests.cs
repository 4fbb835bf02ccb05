using System.Collections.Concurrent;
using System.Net;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>Handlers of the user's run inside the retry, and outside the one that sets the key.</summary>
public sealed class HandlersTests : RegistrationTest
{
    private readonly Watcher _watcher = new();

    [Fact]
    public async Task They_run_once_per_attempt()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => _watcher);
        Service.Next(Answers.Status(503), Answers.ResetInBody());

        await PageAsync(Client());

        Assert.Equal(3, _watcher.Calls);
        Assert.Equal(3, Service.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_never_see_the_key(bool isForAllClients)
    {
        if (isForAllClients)
            Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => _watcher));

        var builder = Services.AddSessionListClient(Configure);
        if (!isForAllClients)
            builder.AddHttpMessageHandler(() => _watcher);

        Service.Next(Answers.Status(503), Answers.ResetBeforeHeaders(), Answers.Silence());

        await PageAsync(Client());

        Assert.Equal(8, _watcher.Seen.Count);
        Assert.All(_watcher.Seen, seen => Assert.DoesNotContain(TestValues.Key, seen, StringComparison.Ordinal));
        Assert.All(Service.Requests, request => Assert.Equal([TestValues.Key], request.Header("X-API-Key")));
    }

    [Fact]
    public async Task They_may_add_headers_and_read_the_body()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => _watcher);

        var page = await PageAsync(Client());

        Assert.Equal(TestValues.Ids.Count, page.Sessions.Count);
        Assert.Equal(["1"], Assert.Single(Service.Requests).Header("X-Watched"));
    }

    [Fact]
    public async Task They_may_answer_in_the_services_place()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new Cache());

        var page = await PageAsync(Client());

        Assert.Empty(page.Sessions);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task They_may_take_a_failure_for_a_success()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new Forgiving());
        Service.Next(Answers.Status(404, TestValues.Envelope(["""{"country":"US"}"""])));

        var page = await PageAsync(Client());

        Assert.Equal("US", Assert.Single(page.Sessions).Country);
    }

    [Fact]
    public async Task An_answer_that_they_give_out_twice_is_a_bad_answer()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new Hoarder());

        var client = Client();
        await PageAsync(client);

        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
    }

    [Fact]
    public async Task What_they_throw_of_their_own_reaches_the_caller()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(() => new Failing(new NotSupportedException("mine")));

        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => PageAsync(Client()));

        Assert.Equal("mine", failure.Message);
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

    private sealed class Cache : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(TestValues.Envelope([])), RequestMessage = request });
    }

    private sealed class Hoarder : DelegatingHandler
    {
        private HttpResponseMessage? _answer;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _answer ??= await base.SendAsync(request, cancellationToken);
    }

    private sealed class Forgiving : DelegatingHandler
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
