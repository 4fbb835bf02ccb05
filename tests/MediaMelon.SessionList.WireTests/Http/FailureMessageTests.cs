using System.Net;
using System.Net.Sockets;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

/// <summary>The exception message describes the failure and the host without the inner exception.</summary>
public sealed class FailureMessageTests : WireTest
{
    [Fact]
    public async Task GetPageAsync_with_expired_certificate_of_unknown_authority_reports_both_without_retry()
    {
        await using var service = new TlsService(isExpired: true);

        var message = await MessageAsync($"https://127.0.0.1:{service.Port}");

        Assert.StartsWith($"The certificate of 127.0.0.1:{service.Port} is not accepted: it has expired or is not valid yet", message, StringComparison.Ordinal);
        Assert.Contains("its certificate authority is unknown", message, StringComparison.Ordinal);
        Assert.Contains("SSL_CERT_FILE", message, StringComparison.Ordinal);
        Assert.Equal(1, service.Connections);
    }

    [Fact]
    public async Task GetPageAsync_with_certificate_of_another_host_reports_the_reason_without_retry()
    {
        await using var service = new TlsService(host: "other.example");

        var message = await MessageAsync($"https://localhost:{service.Port}");

        Assert.Contains("it was issued for another host name", message, StringComparison.Ordinal);
        Assert.DoesNotContain("expired", message, StringComparison.Ordinal);
        Assert.Equal(1, service.Connections);
    }

    [Fact]
    public async Task GetPageAsync_over_http_to_a_port_that_expects_TLS_suggests_https()
    {
        await using var service = new TlsService();

        Assert.Contains("BaseAddress must begin with https", await MessageAsync($"http://127.0.0.1:{service.Port}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPageAsync_over_https_to_a_port_that_expects_http_reports_the_TLS_failure()
    {
        Service.Always(TestResponses.Status(400));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var responding = RespondAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var message = await MessageAsync($"https://127.0.0.1:{port}");

        Assert.Contains($"TLS could not be established with 127.0.0.1:{port}. Either the port does not expect TLS", message, StringComparison.Ordinal);
        listener.Stop();
        await responding;
    }

    [Fact]
    public async Task GetPageAsync_with_a_host_that_does_not_exist_names_the_host()
    {
        var message = await MessageAsync("https://session-list.invalid", options => options.MaxRetries = 0);

        Assert.Equal(
            "The host name of session-list.invalid:443 cannot be resolved. Check BaseAddress and the name resolution (DNS).", message);
    }

    [Fact]
    public async Task GetPageAsync_with_a_refused_connection_names_host_and_port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.StartsWith($"The connection to 127.0.0.1:{port} was refused", await MessageAsync($"http://127.0.0.1:{port}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPageAsync_with_a_connection_that_is_reset_names_host_and_port()
    {
        Service.Always(TestResponses.ResetBeforeHeaders());

        Assert.StartsWith(
            $"The connection to 127.0.0.1:{Service.Address.Port} ended before the response was complete.",
            await MessageAsync(Service.Address.OriginalString),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("x-custom")]
    public async Task GetPageAsync_with_an_unknown_content_encoding_names_it(string encoding)
    {
        Service.Always(TestResponses.Ok([0x28, 0xB5, 0x2F, 0xFD, 0], "application/json", $"Content-Encoding: {encoding}"));

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(Client()));

        Assert.StartsWith($"The response has the Content-Encoding {encoding}, which was not decompressed", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Body);
    }

    [Theory]
    [InlineData("1.0", "")]
    [InlineData("1.1", "")]
    [InlineData("1.1", "Connection: close\r\n")]
    public async Task GetPageAsync_with_truncated_body_without_a_length_is_retried(string version, string headers)
    {
        Service.Next(TestResponses.CloseDelimitedHalf(version, headers));

        var page = await PageAsync(Client());

        Assert.Equal(TestValues.Ids, page.Sessions.Select(session => session.SessionId!));
        Assert.Equal(2, Service.Requests.Count);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"response\":[}")]
    public async Task GetPageAsync_with_invalid_JSON_without_a_length_is_not_retried(string body)
    {
        Service.Always(TestResponses.Raw($"HTTP/1.1 200 OK\r\n\r\n{body}"));

        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(Client()));

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task GetPageAsync_with_complete_body_without_a_length_returns_the_page()
    {
        Service.Always(TestResponses.Raw($"HTTP/1.0 200 OK\r\n\r\n{TestValues.Envelope(TestValues.Rows)}"));

        Assert.Equal(14, (await PageAsync(Client())).Sessions.Count);
        Assert.Single(Service.Requests);
    }

    /// <summary>Uses a handler instead of a socket: the clock must not advance before the headers have arrived.</summary>
    [Theory]
    [InlineData(401, 1)]
    [InlineData(404, 1)]
    [InlineData(503, 3)]
    public async Task GetPageAsync_with_an_error_whose_body_never_arrives_reports_the_status(int status, int attempts)
    {
        using var handler = new Stalling((HttpStatusCode)status, Clock);

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(options => options.MaxRetries = 2, handler)));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Null(failure.Body);
        Assert.Equal(attempts, handler.Attempts);
    }

    [Fact]
    public async Task GetPageAsync_with_an_error_whose_body_never_arrives_is_cancelled_by_the_caller()
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new Stalling(HttpStatusCode.Unauthorized, Clock, cancellation.Cancel);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Client(handler: handler).GetPageAsync(TestValues.Query, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, failure.CancellationToken);
        Assert.Equal(1, handler.Attempts);
    }

    private static async Task RespondAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                await connection.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidOperationException or IOException)
        {
            // Stopped.
        }
    }

    private async Task<string> MessageAsync(string address, Action<SessionListClientOptions>? configure = null)
    {
        var client = Client(options =>
        {
            options.BaseAddress = new Uri(address);
            configure?.Invoke(options);
        });
        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));
        Assert.DoesNotContain("inner exception", failure.Message, StringComparison.OrdinalIgnoreCase);
        return failure.Message;
    }

    private sealed class Stalling(HttpStatusCode status, Clock clock, Action? onRead = null) : HttpMessageHandler
    {
        public int Attempts { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Attempts++;
            return Task.FromResult(new HttpResponseMessage(status)
            {
                Content = new StreamContent(new SilentStream(onRead ?? clock.AllowTimeout)),
                RequestMessage = request,
            });
        }
    }

    private sealed class SilentStream(Action onRead) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            onRead();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
