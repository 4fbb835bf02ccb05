using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class TimeoutTests : WireTest
{
    [Fact]
    public async Task Tries_again_after_an_attempt_without_an_answer()
    {
        Service.Next(Answers.Silence());

        await PageAsync(Client());

        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 30.25, 30.5);
    }

    [Fact]
    public async Task Tries_again_after_a_body_that_stops()
    {
        Service.Next(Answers.HeadersThenSilence());

        await PageAsync(Client());

        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 30.25, 30.5);
    }

    [Fact]
    public async Task Does_not_take_a_trickle_for_an_answer()
    {
        Service.Next(Answers.OneByteASecond());

        await PageAsync(Client());

        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 30.25, 32);
    }

    [Fact]
    public async Task Gives_up_after_the_last_attempt()
    {
        Service.Always(Answers.Silence());

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(
            () => PageAsync(Client(options => options.TotalTimeout = TimeSpan.FromMinutes(10))));

        Assert.True(failure.IsTimeout);
        Assert.Equal(4, Service.Requests.Count);
        Assert.Contains("30 s (AttemptTimeout)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_when_the_page_takes_too_long_as_a_whole()
    {
        Service.Always(Answers.Silence());

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client(options => options.MaxRetries = 10)));

        Assert.True(failure.IsTimeout);
        Assert.Contains("120 s, retries included (TotalTimeout)", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(2), Clock.Elapsed);
        Assert.Equal(4, Service.Requests.Count);
    }

    [Fact]
    public async Task Keeps_to_a_total_timeout_that_equals_that_of_an_attempt()
    {
        Service.Always(Answers.Silence());

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(
            () => PageAsync(Client(options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(5))));

        Assert.True(failure.IsTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), Clock.Elapsed);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Gives_each_page_of_a_listing_its_own_time()
    {
        Service.Otherwise = request => Answers.RetryAfter(500, "55");
        Service.Next(Enumerable.Range(0, 5).SelectMany<int, Answer>(
            _ => [Answers.RetryAfter(500, "55"), Answers.RetryAfter(500, "45"), Answers.Page(TestValues.Rows)]));

        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));

        Assert.Equal(TimeSpan.FromSeconds(500), Clock.Elapsed);
    }

    [Fact]
    public async Task Counts_an_attempt_that_waits_for_a_key_as_any_other()
    {
        var options = Options(options => options.ApiKeyProvider = async token =>
        {
            Clock.Silence();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return "";
        });
        using var client = SessionListClient.Create(options, timeProvider: Clock);

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));

        Assert.True(failure.IsTimeout);
        Assert.Empty(Service.Requests);
    }
}
