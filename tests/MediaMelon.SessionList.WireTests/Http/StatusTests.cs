using System.Net;
using MediaMelon.SessionList.WireTests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class StatusTests : WireTest
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public override ValueTask DisposeAsync()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(599)]
    public async Task GetPageAsync_with_transient_status_retries_three_times(int status)
    {
        Always(status);

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(AtServer)));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(4, _server.LogEntries.Count);
        Assert.Equal(3, Clock.Waits.Count);
    }

    [Fact]
    public async Task GetPageAsync_with_repeated_429_retries_until_TotalTimeout()
    {
        Always(429);

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(AtServer)));

        Assert.True(failure.IsThrottled);
        Assert.InRange(_server.LogEntries.Count, 8, 14);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 85, 120);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(414)]
    [InlineData(422)]
    public async Task GetPageAsync_with_permanent_status_is_not_retried(int status)
    {
        Always(status);

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(AtServer)));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(status is 401 or 403, failure.IsAccessDenied);
        Assert.Single(_server.LogEntries);
        Assert.Empty(Clock.Waits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public async Task GetPageAsync_with_MaxRetries_sends_that_many_retries(int retries)
    {
        Always(503);

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(options =>
        {
            AtServer(options);
            options.MaxRetries = retries;
            options.TotalTimeout = TimeSpan.FromHours(1);
        })));

        Assert.Equal(retries + 1, _server.LogEntries.Count);
    }

    [Fact]
    public async Task GetPageAsync_with_repeated_503_doubles_the_delay_up_to_30_seconds()
    {
        Always(503);

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(options =>
        {
            AtServer(options);
            options.MaxRetries = 10;
            options.TotalTimeout = TimeSpan.FromHours(1);
        })));

        double[] longest = [0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30];
        Assert.Equal(longest.Length, Clock.Waits.Count);
        Assert.All(Clock.Waits.Zip(longest), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task GetPageAsync_with_recovering_service_returns_the_page()
    {
        const string Scenario = "recovery";
        _server.Given(Get).InScenario(Scenario).WillSetStateTo("failed").RespondWith(Response.Create().WithStatusCode(500));
        _server.Given(Get).InScenario(Scenario).WhenStateIs("failed").WillSetStateTo("throttled").RespondWith(Response.Create().WithStatusCode(429));
        _server.Given(Get).InScenario(Scenario).WhenStateIs("throttled").RespondWith(Response.Create().WithBody(TestValues.Envelope(TestValues.Rows)));

        var page = await PageAsync(Client(AtServer));

        Assert.Equal(TestValues.Ids, page.Sessions.Select(session => session.SessionId ?? ""));
        Assert.Equal(3, _server.LogEntries.Count);
    }

    [Fact]
    public async Task SessionListApiException_Body_contains_the_first_4096_characters()
    {
        _server.Given(Get)
            .RespondWith(Response.Create().WithStatusCode(400).WithBody(new string('x', 100_000)));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(AtServer)));

        Assert.Equal(new string('x', 4096), failure.Body);
    }

    private static IRequestBuilder Get => WireMock.RequestBuilders.Request.Create().UsingGet();

    private void AtServer(SessionListClientOptions options) => options.BaseAddress = new Uri(_server.Url!);

    private void Always(int status) => _server.Given(Get)
        .RespondWith(Response.Create().WithStatusCode(status).WithBody("""{"message":"no"}"""));
}
