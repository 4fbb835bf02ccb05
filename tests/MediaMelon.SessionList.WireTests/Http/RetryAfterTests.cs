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
    public async Task Waits_as_long_as_the_service_asks(int status, string retryAfter, int seconds)
    {
        Service.Next(Answers.RetryAfter(status, retryAfter));

        await PageAsync(Client());

        Assert.InRange(Assert.Single(Clock.Waits).TotalSeconds, seconds, seconds * 1.1); // never earlier
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Does_not_wait_where_the_service_asks_for_no_time()
    {
        Service.Next(Answers.RetryAfter(429, "0"));

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
    public async Task GetPageAsync_with_an_invalid_or_past_Retry_After_retries_after_its_own_wait(string retryAfter)
    {
        Service.Always(Answers.RetryAfter(503, retryAfter));

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
    public async Task Fails_at_once_when_the_service_asks_for_too_much(string retryAfter, long seconds)
    {
        Service.Always(Answers.RetryAfter(429, retryAfter));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
        Assert.True(failure.IsThrottled);
        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.Contains(seconds.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Single(Service.Requests);
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public async Task Does_not_begin_a_wait_that_outlasts_the_total_timeout()
    {
        Service.Next(Answers.RetryAfter(503, "45"), Answers.RetryAfter(503, "45"), Answers.RetryAfter(429, "31"));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(31), failure.RetryAfter);
        Assert.Equal(3, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 90, 99);
    }

    [Fact]
    public async Task Begins_a_wait_that_ends_just_before_the_total_timeout()
    {
        Service.Next(Answers.RetryAfter(503, "45"), Answers.RetryAfter(503, "45"), Answers.RetryAfter(429, "19"));

        await PageAsync(Client());

        Assert.Equal(4, Service.Requests.Count);
    }

    [Fact]
    public async Task Takes_no_longest_wait_of_zero_for_none()
    {
        Service.Always(Answers.RetryAfter(503, "1"));

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(options => options.MaxRetryAfter = TimeSpan.Zero)));

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Tells_the_wait_of_the_last_answer_when_attempts_are_used_up()
    {
        Service.Next(Answers.RetryAfter(500, "1"), Answers.RetryAfter(500, "2"), Answers.RetryAfter(500, "3"), Answers.RetryAfter(500, "4"));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(TimeSpan.FromSeconds(4), failure.RetryAfter);
        Assert.Equal([1, 2, 3], Clock.Waits.Select(wait => wait.TotalSeconds));
    }
}
