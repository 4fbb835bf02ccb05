using System.Net;
using System.Net.Sockets;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class ConnectionTests : WireTest
{
    public static TheoryData<string> BrokenAnswers => [.. Broken.Keys];

    private static Dictionary<string, Answer> Broken { get; } = new()
    {
        ["reset before headers"] = Answers.ResetBeforeHeaders(),
        ["closed before headers"] = Answers.CloseBeforeHeaders(),
        ["reset in mid-body"] = Answers.ResetInBody(),
        ["closed in mid-body"] = Answers.CloseInBody(),
        ["no HTTP at all"] = Answers.Raw("SSH-2.0-OpenSSH_9.6\r\n"),
        ["half a status line"] = Answers.Raw("HTTP/1.1 2"),
        ["headers that break off"] = Answers.Raw("HTTP/1.1 200 OK\r\nContent-Le"),
        ["chunks that break off"] = Answers.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"res\r\n"),
        ["chunks of no length"] = Answers.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"res\r\n"),
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task Tries_again_when_the_connection_fails(string fault)
    {
        Service.Next(Broken[fault], Broken[fault], Broken[fault]);

        var page = await PageAsync(Client());

        Assert.Equal(TestValues.Ids, page.Sessions.Select(session => session.SessionId ?? ""));
        Assert.Equal(4, Service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task Gives_up_after_the_last_attempt(string fault)
    {
        Service.Always(Broken[fault]);

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client()));

        Assert.False(failure.IsTimeout);
        Assert.Null(failure.ResumeFrom);
        Assert.Equal(4, Service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task Asks_once_when_told_not_to_try_again(string fault)
    {
        Service.Always(Broken[fault]);

        await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client(options => options.MaxRetries = 0)));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task Asks_once_on_a_connection_that_served_before(string fault)
    {
        var client = Client(options => options.MaxRetries = 0);
        await PageAsync(client);
        Service.Always(Broken[fault]);

        await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));

        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Passes_over_a_connection_that_was_closed_while_it_lay_idle()
    {
        var client = Client(options => options.MaxRetries = 0);
        Service.Next(exchange =>
        {
            exchange.CloseAfterAnswer();
            return Answers.Page(TestValues.Rows)(exchange);
        });
        await PageAsync(client);
        await Service.UntilIdleAsync();

        await PageAsync(client);

        Assert.Equal(2, Service.Requests.Count);
        Assert.Equal(2, Service.Connections);
    }

    [Fact]
    public async Task Tries_again_where_nobody_listens()
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
    public async Task Believes_a_status_whose_body_breaks_off(int status)
    {
        Service.Always(Answers.Raw($"HTTP/1.1 {status} Status\r\nContent-Length: 1000\r\n\r\n<html>"));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Never_delivers_the_rows_of_a_broken_page_twice()
    {
        Service.Next(
            Answers.Page(TestValues.Rows), Answers.ResetInBody(), Answers.Page(TestValues.Rows), Answers.CloseInBody(), Answers.HeadersThenSilence());

        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));

        Assert.Equal([0, 3, 3, 6, 6, 6, 9, 12], Service.Requests.Select(request => request.Offset));
    }
}
