using MediaMelon.SessionList.Http;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Http;

public sealed class ThrottleGateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ThrottleGate _gate;

    public ThrottleGateTests() => _gate = new(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThrottleGate_EnterAsync_after_a_throttled_response_waits_the_requested_time_plus_a_tenth_at_most()
    {
        Throttle(await EnterAsync(), 20);

        var next = EnterAsync();
        _clock.Advance(TimeSpan.FromSeconds(19.999));
        Assert.False(next.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(2.002));
        await next;
    }

    [Fact]
    public async Task ThrottleGate_EnterAsync_after_several_throttled_responses_waits_for_the_longest_time()
    {
        var first = await EnterAsync();
        var second = await EnterAsync();
        Throttle(first, 5);
        Throttle(second, 20);

        var next = EnterAsync();
        _clock.Advance(TimeSpan.FromSeconds(19.999));

        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task ThrottleGate_Leave_many_throttled_responses_of_one_burst_halve_the_window_once()
    {
        var attempts = new List<long>();
        for (var i = 0; i < 8; i++)
            attempts.Add(await EnterAsync());

        attempts.ForEach(attempt => Throttle(attempt, 1));

        Assert.Equal(4, _gate.Window);
        Assert.Equal(1, _gate.Bursts);
    }

    [Fact]
    public async Task ThrottleGate_Leave_throttled_response_of_a_new_burst_halves_the_window_again()
    {
        Throttle(await EnterAsync(), 1);
        var next = EnterAsync();
        _clock.Advance(TimeSpan.FromSeconds(2));

        Throttle(await next, 1);

        Assert.Equal(2, _gate.Bursts);
    }

    [Fact]
    public async Task ThrottleGate_Leave_two_concurrent_busy_responses_throttle_the_second()
    {
        var first = await EnterAsync();
        var second = await EnterAsync();

        Assert.False(_gate.Leave(first, new(AttemptKind.Busy)));
        Assert.True(_gate.Leave(second, new(AttemptKind.Busy)));
        Assert.Equal(1, _gate.Window);
    }

    [Fact]
    public async Task ThrottleGate_Leave_consecutive_busy_responses_do_not_throttle()
    {
        Assert.False(_gate.Leave(await EnterAsync(), new(AttemptKind.Busy)));
        Assert.False(_gate.Leave(await EnterAsync(), new(AttemptKind.Busy)));
        Assert.Equal(AttemptWindow.InitialSize, _gate.Window);
    }

    [Fact]
    public async Task ThrottleGate_EnterAsync_of_several_pages_admits_the_oldest_page_first()
    {
        var oldest = _gate.NextPage();
        var newest = _gate.NextPage();
        Throttle(await EnterAsync(), 1);
        var started = new List<string>();

        var second = StartAsync("newest", newest);
        var first = StartAsync("oldest", oldest);
        var both = Task.WhenAll(first, second);
        for (var i = 0; i < 10_000 && !both.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await both.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(["oldest", "newest"], started);

        async Task StartAsync(string name, long page)
        {
            var attempt = await _gate.EnterAsync(page, Token);
            started.Add(name);
            _gate.Leave(attempt, default); // the window holds one attempt
        }
    }

    [Fact]
    public async Task ThrottleGate_EnterAsync_cancelled_admits_the_next_page()
    {
        Throttle(await EnterAsync(), 1);
        using var cancellation = new CancellationTokenSource();
        var cancelled = _gate.EnterAsync(_gate.NextPage(), cancellation.Token).AsTask();
        var next = EnterAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        await next;
    }

    [Fact]
    public async Task ThrottleGate_EnterAsync_with_a_full_window_waits_until_an_attempt_ends()
    {
        var attempts = new List<long>();
        for (var i = 0; i < AttemptWindow.InitialSize; i++)
            attempts.Add(await EnterAsync());

        var next = EnterAsync();
        Assert.False(next.IsCompleted);

        _gate.Leave(attempts[0], default);
        await next.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    private Task<long> EnterAsync() => _gate.EnterAsync(_gate.NextPage(), Token).AsTask();

    private void Throttle(long attempt, double seconds) =>
        Assert.True(_gate.Leave(attempt, new(AttemptKind.Throttled, TimeSpan.FromSeconds(seconds))));
}
