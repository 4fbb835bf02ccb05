using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorRateTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(2.5, 2, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0.5, 1, 2)]
    [InlineData(0.3, 1, 4)]
    public async Task RequestsPerSecond_exceeded_returns_429_with_RetryAfter_in_seconds(double rate, int accepted, int retryAfter)
    {
        using var http = new HttpClient(Create(rate).CreateHandler());

        for (var i = 0; i < accepted; i++)
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(http)).Status);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(retryAfter)), await GetAsync(http));
    }

    [Fact]
    public async Task RequestsPerSecond_after_time_has_passed_accepts_as_many_as_the_rate_allows()
    {
        using var http = new HttpClient(Create(2).CreateHandler());
        await GetAsync(http);
        await GetAsync(http);

        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(http)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync(http)).Status);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(http)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(http)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync(http)).Status);
    }

    [Fact]
    public async Task RequestsPerSecond_rejected_request_is_recorded_and_consumes_no_fault()
    {
        var emulator = Create(1);
        using var http = new HttpClient(emulator.CreateHandler());
        await GetAsync(http);
        emulator.Inject(EmulatorFault.Status(HttpStatusCode.BadGateway));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync(http)).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.BadGateway, (await GetAsync(http)).Status);
        Assert.Equal(3, emulator.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void RequestsPerSecond_without_a_positive_finite_rate_throws(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(rate));

    private static async Task<(HttpStatusCode Status, TimeSpan? RetryAfter)> GetAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TestListing.Query.ToUri(new("https://example.com"), 199493832));
        request.Headers.Add("X-API-Key", "emulator-key");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.RetryAfter?.Delta);
    }

    private SessionListEmulator Create(double rate) => new(TestListing.Sessions(1)) { RequestsPerSecond = rate, Clock = _clock };
}
