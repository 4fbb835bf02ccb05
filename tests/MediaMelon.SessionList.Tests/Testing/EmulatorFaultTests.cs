using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorFaultTests
{
    private const string Query = EmulatorCalls.Period + "&metrics=sessionid";

    private readonly SessionListEmulator _emulator = new(Sample.Numbered(7));

    [Fact]
    public async Task Faults_apply_to_one_request_each_in_the_order_of_injection()
    {
        _emulator.Inject(EmulatorFault.Status(HttpStatusCode.BadGateway), EmulatorFault.None());
        _emulator.Inject(EmulatorFault.Status(HttpStatusCode.TooManyRequests));

        var statuses = new List<int>();
        for (var number = 0; number < 4; number++)
        {
            using var response = await _emulator.AskAsync(Query);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([502, 200, 429, 200], statuses);
        Assert.Equal(4, _emulator.Requests.Count);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(0.0, "0", "busy")]
    [InlineData(2.1, "3", "{}")]
    public async Task Status_fault_returns_status_RetryAfter_and_body(double? seconds, string? header, string? body)
    {
        TimeSpan? wait = seconds is { } value ? TimeSpan.FromSeconds(value) : null;
        _emulator.Inject(EmulatorFault.Status(HttpStatusCode.ServiceUnavailable, wait, body));

        using var response = await _emulator.AskAsync(Query);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(header, response.Headers.TryGetValues("Retry-After", out var values) ? Assert.Single(values) : null);
        Assert.Equal(body ?? """{"message":"Injected status 503."}""", await response.TextAsync());
    }

    [Fact]
    public async Task Fault_takes_precedence_over_the_rejection_of_a_request()
    {
        _emulator.Inject(EmulatorFault.Status(HttpStatusCode.InternalServerError));

        using var response = await _emulator.SendAsync("/elsewhere", key: null);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Null(Assert.Single(_emulator.Requests).ApiKey);
    }

    [Fact]
    public async Task ConnectionReset_fault_throws_HttpRequestException()
    {
        _emulator.Inject(EmulatorFault.ConnectionReset());

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => _emulator.AskAsync(Query));

        var socket = Assert.IsType<SocketException>(Assert.IsType<IOException>(thrown.InnerException).InnerException);
        Assert.Equal(SocketError.ConnectionReset, socket.SocketErrorCode);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }

    [Fact]
    public async Task Hang_fault_waits_until_the_request_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        _emulator.Inject(EmulatorFault.Hang());

        var hanging = _emulator.AskAsync(Query, cancellation.Token);
        using var other = await _emulator.AskAsync(Query);

        Assert.False(hanging.IsCompleted);
        Assert.Equal(1, _emulator.RequestsInFlight);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }

    [Fact]
    public async Task TruncatedBody_fault_returns_the_first_half_of_the_JSON()
    {
        _emulator.Inject(EmulatorFault.TruncatedBody());

        using var half = await _emulator.AskAsync(Query);
        using var whole = await _emulator.AskAsync(Query);

        var text = await whole.TextAsync();
        Assert.Equal(HttpStatusCode.OK, half.StatusCode);
        Assert.Equal(text[..(text.Length / 2)], await half.TextAsync());
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(text[..(text.Length / 2)]));
    }

    [Fact]
    public async Task Body_fault_returns_the_body_and_the_content_type()
    {
        _emulator.Inject(EmulatorFault.Body("<html>naïve</html>", "text/html; charset=utf-8"), EmulatorFault.Body("{}"));

        using var page = await _emulator.AskAsync(Query);
        using var json = await _emulator.AskAsync(Query);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        Assert.Equal("<html>naïve</html>", await page.TextAsync());
        Assert.Equal("application/json", json.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("limit=3&offset=3", "s0 s1 s2")]
    [InlineData("limit=2&offset=6", "s4 s5")]
    [InlineData("limit=3&offset=2", "s0 s1 s2")]
    [InlineData("limit=3", "s0 s1 s2")]
    public async Task PreviousPage_fault_returns_the_previous_page(string parameters, string expected)
    {
        _emulator.Inject(EmulatorFault.PreviousPage());

        Assert.Equal(expected, await _emulator.IdsAsync(parameters));
    }

    [Fact]
    public async Task PreviousPage_fault_returns_the_page_sent_before_even_if_its_size_differs()
    {
        Assert.Equal("s0 s1 s2 s3", await _emulator.IdsAsync("limit=4"));
        Assert.Equal("s0", await _emulator.IdsAsync("limit=1&sessiontype=started"));
        _emulator.Inject(EmulatorFault.PreviousPage(), EmulatorFault.PreviousPage());

        Assert.Equal("s0 s1 s2 s3", await _emulator.IdsAsync("limit=2&offset=4"));
        Assert.Equal("s2 s3", await _emulator.IdsAsync("limit=2&offset=4&sessiontype=started"));
    }

    [Fact]
    public void Invalid_fault_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Status((HttpStatusCode)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Status(HttpStatusCode.OK, TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => EmulatorFault.Body("", "no type"));
        Assert.Throws<ArgumentException>(() => _emulator.Inject(EmulatorFault.None(), null!));
    }
}
