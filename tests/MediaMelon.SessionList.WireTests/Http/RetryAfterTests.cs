using System.Globalization;
using System.Net;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class RetryAfterTests : WireTest
{
    [Theory]
    [InlineData(429, "20", 20)]
    [InlineData(503, "60", 60)]
    [InlineData(408, "1", 1)]
    [InlineData(500, "Fri, 10 Apr 2026 12:00:25 GMT", 25)]
    [InlineData(429, "Friday, 10-Apr-26 12:00:25 GMT", 25)]
    public async Task RetryAfter_valid_value_delays_the_retry(int status, string retryAfter, int seconds)
    {
        Service.Next(TestResponses.RetryAfter(status, retryAfter));

        await PageAsync(Client());

        Assert.InRange(Assert.Single(Clock.Waits).TotalSeconds, seconds, seconds * 1.1); // never shorter than Retry-After
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task RetryAfter_zero_retries_without_delay()
    {
        Service.Next(TestResponses.RetryAfter(429, "0"));

        await PageAsync(Client());

        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Theory]
    [InlineData("Fri, 10 Apr 2026 11:59:59 GMT")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    public async Task RetryAfter_invalid_or_past_value_uses_the_default_delay(string retryAfter)
    {
        Service.Always(TestResponses.RetryAfter(503, retryAfter));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Null(failure.RetryAfter);
        Assert.Equal(4, Service.Requests.Count);
        Assert.InRange(Clock.Waits[0].TotalSeconds, 0.25, 0.5);
    }

    [Theory]
    [InlineData("61", 61)]
    [InlineData("3600", 3600)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", 2147483648)]
    [InlineData("99999999999", 99999999999)]
    [InlineData("60.001", 61)]
    [InlineData("3600s", 3600)]
    [InlineData("1, 3600", 3600)]
    [InlineData("1\r\nRetry-After: 3600", 3600)]
    [InlineData("2026-04-10T12:01:01Z", 61)]
    [InlineData("Fri, 10 Apr 2026 12:01:01 GMT", 61)]
    [InlineData("Sat, 10 Apr 2027 12:00:00 GMT", 31536000)]
    public async Task RetryAfter_above_MaxRetryAfter_throws_immediately(string retryAfter, long seconds)
    {
        Service.Always(TestResponses.RetryAfter(429, retryAfter));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
        Assert.True(failure.IsThrottled);
        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.Contains(seconds.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Single(Service.Requests);
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public async Task RetryAfter_beyond_TotalTimeout_throws_without_waiting()
    {
        Service.Next(TestResponses.RetryAfter(503, "45"), TestResponses.RetryAfter(503, "45"), TestResponses.RetryAfter(429, "31"));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(31), failure.RetryAfter);
        Assert.Equal(3, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 90, 99);
    }

    [Fact]
    public async Task RetryAfter_ending_before_TotalTimeout_delays_the_retry()
    {
        Service.Next(TestResponses.RetryAfter(503, "45"), TestResponses.RetryAfter(503, "45"), TestResponses.RetryAfter(429, "19"));

        await PageAsync(Client());

        Assert.Equal(4, Service.Requests.Count);
    }

    [Fact]
    public async Task RetryAfter_with_MaxRetryAfter_zero_throws_without_retry()
    {
        Service.Always(TestResponses.RetryAfter(503, "1"));

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(options => options.MaxRetryAfter = TimeSpan.Zero)));

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task RetryAfter_of_the_last_response_is_reported_after_the_last_attempt()
    {
        Service.Next(TestResponses.RetryAfter(500, "1"), TestResponses.RetryAfter(500, "2"), TestResponses.RetryAfter(500, "3"), TestResponses.RetryAfter(500, "4"));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(TimeSpan.FromSeconds(4), failure.RetryAfter);
        Assert.Equal([1, 2, 3], Clock.Waits.Select(wait => wait.TotalSeconds));
    }
}
