using System.Net;
using System.Net.Sockets;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class ConnectionTests : WireTest
{
    public static TheoryData<string> BrokenResponses => [.. Broken.Keys];

    private static Dictionary<string, ResponseWriter> Broken { get; } = new()
    {
        ["reset before headers"] = TestResponses.ResetBeforeHeaders(),
        ["closed before headers"] = TestResponses.CloseBeforeHeaders(),
        ["reset within the body"] = TestResponses.ResetInBody(),
        ["closed within the body"] = TestResponses.CloseInBody(),
        ["not HTTP"] = TestResponses.Raw("SSH-2.0-OpenSSH_9.6\r\n"),
        ["truncated status line"] = TestResponses.Raw("HTTP/1.1 2"),
        ["truncated headers"] = TestResponses.Raw("HTTP/1.1 200 OK\r\nContent-Le"),
        ["truncated chunk"] = TestResponses.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"res\r\n"),
        ["chunk without a valid length"] = TestResponses.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"res\r\n"),
    };

    [Theory]
    [MemberData(nameof(BrokenResponses))]
    public async Task GetPageAsync_with_three_connection_failures_succeeds_on_the_fourth_attempt(string fault)
    {
        Service.Next(Broken[fault], Broken[fault], Broken[fault]);

        var page = await PageAsync(Client());

        Assert.Equal(TestValues.Ids, page.Sessions.Select(session => session.SessionId ?? ""));
        Assert.Equal(4, Service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(BrokenResponses))]
    public async Task GetPageAsync_with_constant_connection_failure_throws_after_four_attempts(string fault)
    {
        Service.Always(Broken[fault]);

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client()));

        Assert.False(failure.IsTimeout);
        Assert.Null(failure.ResumeFrom);
        Assert.Equal(4, Service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(BrokenResponses))]
    public async Task GetPageAsync_with_MaxRetries_zero_and_connection_failure_sends_one_request(string fault)
    {
        Service.Always(Broken[fault]);

        await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client(options => options.MaxRetries = 0)));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [MemberData(nameof(BrokenResponses))]
    public async Task GetPageAsync_with_MaxRetries_zero_on_a_reused_connection_sends_one_request(string fault)
    {
        var client = Client(options => options.MaxRetries = 0);
        await PageAsync(client);
        Service.Always(Broken[fault]);

        await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));

        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task GetPageAsync_with_closed_idle_connection_opens_a_new_connection()
    {
        var client = Client(options => options.MaxRetries = 0);
        Service.Next(exchange =>
        {
            exchange.CloseAfterResponse();
            return TestResponses.Page(TestValues.Rows)(exchange);
        });
        await PageAsync(client);
        await Service.WaitForConnectionsAsync();

        await PageAsync(client);

        Assert.Equal(2, Service.Requests.Count);
        Assert.Equal(2, Service.Connections);
    }

    [Fact]
    public async Task GetPageAsync_with_refused_connection_retries_three_times()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(
            () => PageAsync(Client(options => options.BaseAddress = new Uri($"http://127.0.0.1:{port}"))));

        Assert.False(failure.IsTimeout);
        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.Equal(3, Clock.Waits.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task GetPageAsync_with_error_status_and_truncated_body_throws_with_the_status(int status)
    {
        Service.Always(TestResponses.Raw($"HTTP/1.1 {status} Status\r\nContent-Length: 1000\r\n\r\n<html>"));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Listing_with_interrupted_pages_returns_each_session_once()
    {
        Service.Next(
            TestResponses.Page(TestValues.Rows),
            TestResponses.ResetInBody(),
            TestResponses.Page(TestValues.Rows),
            TestResponses.CloseInBody(),
            TestResponses.StalledBody());

        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));

        Assert.Equal([0, 3, 3, 6, 6, 6, 9, 12], Service.Requests.Select(request => request.Offset));
    }
}
