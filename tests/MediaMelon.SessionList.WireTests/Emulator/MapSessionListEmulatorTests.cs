using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.AspNetCore.Builder;

namespace MediaMelon.SessionList.WireTests.Emulator;

public sealed class MapSessionListEmulatorTests : IAsyncLifetime
{
    private const string Path = "/mm-apis/listsessions/199493832";
    private const string Query = "?period=start=1775692800,end=1775779199&metrics=sessionid&limit=2";

    private static readonly SessionPeriod Day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(60, Day));
    private readonly HttpClient _client = new();
    private readonly Clock _clock = new();
    private EmulatorApp _app = null!;

    private static CancellationToken TestToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await EmulatorApp.StartAsync(("", _emulator));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", Path + Query, "emulator-key", 200)]
    [InlineData("GET", "/proxy/eu" + Path + Query, "emulator-key", 200)]
    [InlineData("GET", Path + Query, "another-key", 401)]
    [InlineData("GET", Path + Query, null, 401)]
    [InlineData("GET", "/mm-apis/listsessions/7" + Query, "emulator-key", 403)]
    [InlineData("GET", "/mm-apis/listsessions/", "emulator-key", 404)]
    [InlineData("GET", "/mm-apis/metricquery/199493832" + Query, "emulator-key", 404)]
    [InlineData("GET", "/", null, 404)]
    [InlineData("POST", Path + Query, "emulator-key", 405)]
    [InlineData("DELETE", Path + Query, "emulator-key", 405)]
    [InlineData("GET", Path, "emulator-key", 400)]
    [InlineData("GET", Path + Query + "&limit=3", "emulator-key", 400)]
    [InlineData("GET", Path + "?period=start=2,end=1&metrics=sessionid", "emulator-key", 400)]
    [InlineData("GET", Path + "?metrics=sessionid&period=start=1,end=2&filter=a%3Db%26", "emulator-key", 400)]
    public async Task MapSessionListEmulator_any_request_returns_the_response_of_CreateHandler(
        string method, string pathAndQuery, string? key, int status)
    {
        using var inMemory = new HttpClient(_emulator.CreateHandler());

        var expected = await ReadAsync(inMemory, new Uri("http://127.0.0.1"), method, pathAndQuery, key);
        var actual = await ReadAsync(_client, _app.Address, method, pathAndQuery, key);

        Assert.StartsWith($"{status} ", actual, StringComparison.Ordinal);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task MapSessionListEmulator_with_a_client_lists_every_session()
    {
        using var client = Client();
        var ids = new HashSet<string?>();

        await foreach (var session in client.ListSessionsAsync(
            SessionQuery.For(SessionMetrics.StartupTime, Day).WithAllStatuses(), cancellationToken: TestToken))
            ids.Add(session.SessionId);

        var ended = SyntheticSessions.Generate(60, Day).Count(session => session.EndTime is not null);
        Assert.Equal(ended, ids.Count);
        Assert.Equal(_app.Address.Authority, _emulator.Requests[0].Uri.Authority);
    }

    [Fact]
    public async Task MapSessionListEmulator_encoded_filter_reaches_the_emulator_unchanged()
    {
        using var request = Request(HttpMethod.Get, Path + Query + "&filter=cdn=a%2Bb+c%26%C3%A9", "emulator-key");
        (await _client.SendAsync(request, TestToken)).Dispose();

        var received = Assert.Single(_emulator.Requests);
        Assert.Equal("cdn=a+b+c&é", received.Parameters["filter"]);
        Assert.Equal("emulator-key", received.ApiKey);
        Assert.Equal(request.RequestUri!.PathAndQuery, received.Uri.PathAndQuery);
    }

    [Fact]
    public async Task MapSessionListEmulator_repeated_key_header_returns_401()
    {
        using var request = Request(HttpMethod.Get, Path + Query, "emulator-key");
        request.Headers.Add("X-API-Key", "emulator-key");

        using var response = await _client.SendAsync(request, TestToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("GET /mm-apis/listsessions/7 HTTP/1.0\r\n\r\n")]
    [InlineData("GET /mm-apis/listsessions/7 HTTP/1.1\r\nHost: service:99999\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://elsewhere.example/mm-apis/listsessions/7 HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n")]
    public async Task MapSessionListEmulator_missing_or_unusual_host_header_returns_401(string head)
    {
        var response = await SendAsync(head);

        Assert.Contains(" 401 ", response.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapSessionListEmulator_with_other_endpoints_does_not_handle_their_requests()
    {
        Assert.Equal("healthy", await _client.GetStringAsync(new Uri(_app.Address, "/health"), TestToken));

        Assert.Empty(_emulator.Requests);
    }

    [Fact]
    public async Task MapSessionListEmulator_in_route_groups_serves_several_emulators()
    {
        var other = new SessionListEmulator([]) { CustomerId = 7, ApiKey = "seven" };
        await using var app = await EmulatorApp.StartAsync(("/eu", _emulator), ("/us", other));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/eu" + Path + Query, "emulator-key"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/us/mm-apis/listsessions/7" + Query, "seven"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, "/us" + Path + Query, "emulator-key"));
        Assert.Single(_emulator.Requests);
        Assert.Equal(2, other.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.ResetContent)]
    [InlineData(HttpStatusCode.NotModified)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData((HttpStatusCode)599)]
    public async Task MapSessionListEmulator_injected_status_is_returned_with_its_headers(HttpStatusCode status)
    {
        _emulator.Inject(EmulatorFault.Status(status, TimeSpan.FromSeconds(2.1), "text"));

        using var response = await _client.GetAsync(new Uri(_app.Address, "/elsewhere"), TestToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
        var hasBody = status is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);
        Assert.Equal(hasBody ? "text" : "", await response.Content.ReadAsStringAsync(TestToken));
    }

    [Fact]
    public async Task MapSessionListEmulator_injected_bodies_are_returned_unchanged()
    {
        _emulator.Inject(EmulatorFault.Body("<p>naïve</p>", "text/html; charset=utf-8"), EmulatorFault.TruncatedBody());

        using var html = await _client.GetAsync(new Uri(_app.Address, "/"), TestToken);
        Assert.Equal("<p>naïve</p>", await html.Content.ReadAsStringAsync(TestToken));
        Assert.Equal("text/html; charset=utf-8", html.Content.Headers.ContentType?.ToString());

        using var request = Request(HttpMethod.Get, Path + Query, "emulator-key");
        using var half = await _client.SendAsync(request, TestToken);
        Assert.Equal(HttpStatusCode.OK, half.StatusCode);
        await Assert.ThrowsAnyAsync<JsonException>(() => half.Content.ReadFromJsonAsync<JsonElement>(TestToken));
    }

    [Fact]
    public async Task MapSessionListEmulator_injected_connection_reset_resets_the_connection()
    {
        _emulator.Inject(EmulatorFault.ConnectionReset());

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(new Uri(_app.Address, Path), TestToken));

        var socket = Assert.IsType<SocketException>(failure.GetBaseException());
        Assert.Equal(SocketError.ConnectionReset, socket.SocketErrorCode);
    }

    [Fact]
    public async Task MapSessionListEmulator_injected_connection_reset_is_retried_by_the_client()
    {
        _emulator.Inject(EmulatorFault.ConnectionReset());
        using var client = Client(maxRetries: 1);

        var page = await _clock.RunAsync(
            client.GetPageAsync(SessionQuery.For(SessionMetrics.StartupTime, Day), cancellationToken: TestToken));

        Assert.NotEmpty(page.Sessions);
        Assert.Equal(2, _emulator.Requests.Count);
    }

    [Fact]
    public async Task MapSessionListEmulator_injected_hang_ends_when_the_client_cancels()
    {
        _emulator.Inject(EmulatorFault.Hang());
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestToken);

        var hanging = _client.GetAsync(new Uri(_app.Address, Path), cancellation.Token);
        await UntilAsync(() => _emulator.RequestsInFlight == 1);
        Assert.False(hanging.IsCompleted);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        await UntilAsync(() => _emulator.RequestsInFlight == 0);
    }

    [Fact]
    public async Task MapSessionListEmulator_injected_hang_does_not_delay_application_shutdown()
    {
        _emulator.Inject(EmulatorFault.Hang());
        var hanging = _client.GetAsync(new Uri(_app.Address, Path), TestToken);
        await UntilAsync(() => _emulator.RequestsInFlight == 1);

        await _app.StopAsync().WaitAsync(TimeSpan.FromSeconds(20), TestToken); // a host waits 30 s for requests

        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public void MapSessionListEmulator_null_argument_throws()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Throws<ArgumentNullException>("emulator", () => app.MapSessionListEmulator(null!));
        Assert.Throws<ArgumentNullException>("endpoints", () => default(WebApplication)!.MapSessionListEmulator(_emulator));
    }

    private static async Task<string> ReadAsync(HttpClient client, Uri address, string method, string pathAndQuery, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, pathAndQuery));
        if (key is not null)
            request.Headers.Add("X-API-Key", key);

        using var response = await client.SendAsync(request, TestToken);
        var body = await response.Content.ReadAsStringAsync(TestToken);
        return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {response.Content.Headers.ContentLength} "
            + $"{string.Join(',', response.Content.Headers.Allow)} {body}";
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<string> SendAsync(string head)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_app.Address.Host, _app.Address.Port, TestToken);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestToken);
    }

    private async Task<HttpStatusCode> StatusAsync(EmulatorApp app, string pathAndQuery, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, pathAndQuery));
        request.Headers.Add("X-API-Key", key);
        using var response = await _client.SendAsync(request, TestToken);
        return response.StatusCode;
    }

    private HttpRequestMessage Request(HttpMethod method, string pathAndQuery, string key)
    {
        var request = new HttpRequestMessage(method, new Uri(_app.Address, pathAndQuery));
        request.Headers.Add("X-API-Key", key);
        return request;
    }

    private SessionListClient Client(int maxRetries = 0)
    {
        var options = new SessionListClientOptions
        {
            CustomerId = _emulator.CustomerId,
            ApiKey = _emulator.ApiKey,
            BaseAddress = _app.Address,
            MaxRetries = maxRetries,
        };
        _clock.RegisterTimeouts(options.AttemptTimeout, options.TotalTimeout);
        return SessionListClient.Create(options, timeProvider: _clock);
    }
}
