using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class TimeoutTests : WireTest
{
    [Fact]
    public async Task AttemptTimeout_without_response_is_retried()
    {
        Service.Next(TestResponses.NoResponse());

        await PageAsync(Client());

        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 30.25, 30.5);
    }

    [Fact]
    public async Task AttemptTimeout_with_stalled_body_is_retried()
    {
        Service.Next(TestResponses.StalledBody());

        await PageAsync(Client());

        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 30.25, 30.5);
    }

    [Fact]
    public async Task AttemptTimeout_with_slow_body_is_retried()
    {
        Service.Next(TestResponses.OneBytePerSecond());

        await PageAsync(Client());

        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 30.25, 32);
    }

    [Fact]
    public async Task AttemptTimeout_on_every_attempt_throws_after_four_attempts()
    {
        Service.Always(TestResponses.NoResponse());

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(
            () => PageAsync(Client(options => options.TotalTimeout = TimeSpan.FromMinutes(10))));

        Assert.True(failure.IsTimeout);
        Assert.Equal(4, Service.Requests.Count);
        Assert.Contains("30 s (AttemptTimeout)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TotalTimeout_during_retries_throws()
    {
        Service.Always(TestResponses.NoResponse());

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client(options => options.MaxRetries = 10)));

        Assert.True(failure.IsTimeout);
        Assert.Contains("120 s, including retries (TotalTimeout)", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(2), Clock.Elapsed);
        Assert.Equal(4, Service.Requests.Count);
    }

    [Fact]
    public async Task TotalTimeout_equal_to_AttemptTimeout_allows_one_attempt()
    {
        Service.Always(TestResponses.NoResponse());

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(
            () => PageAsync(Client(options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(5))));

        Assert.True(failure.IsTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), Clock.Elapsed);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task TotalTimeout_applies_to_each_page_of_a_listing_separately()
    {
        Service.DefaultResponse = request => TestResponses.RetryAfter(500, "55");
        Service.Next(Enumerable.Range(0, 5).SelectMany<int, ResponseWriter>(
            _ => [TestResponses.RetryAfter(500, "55"), TestResponses.RetryAfter(500, "45"), TestResponses.Page(TestValues.Rows)]));

        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));

        Assert.Equal(TimeSpan.FromSeconds(500), Clock.Elapsed);
    }

    [Fact]
    public async Task AttemptTimeout_includes_the_time_in_ApiKeyProvider()
    {
        var options = Options(options => options.ApiKeyProvider = async token =>
        {
            Clock.AllowTimeout();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return "";
        });
        using var client = SessionListClient.Create(options, timeProvider: Clock);

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));

        Assert.True(failure.IsTimeout);
        Assert.Empty(Service.Requests);
    }
}
