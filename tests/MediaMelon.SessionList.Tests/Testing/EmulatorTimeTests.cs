using System.Net;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorTimeTests
{
    private const string Query = EmulatorCalls.Period + "&metrics=sessionid";

    private readonly WaitsClock _clock = new();

    [Fact]
    public async Task Latency_applies_to_responses_and_faults()
    {
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(2), Clock = _clock };
        emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.BadGateway));

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.BadGateway })
        {
            var pending = emulator.AskAsync(Query);
            Assert.Equal(TimeSpan.FromSeconds(2), _clock.LastWait);
            _clock.Advance(TimeSpan.FromSeconds(1.999));
            Assert.False(pending.IsCompleted);

            _clock.Advance(TimeSpan.FromSeconds(0.001));
            using var response = await pending;
            Assert.Equal(expected, response.StatusCode);
            _clock.LastWait = null;
        }
    }

    [Fact]
    public async Task RequestsInFlight_and_MaxRequestsInFlight_count_concurrent_requests()
    {
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(1), Clock = _clock };
        var pending = Enumerable.Range(0, 3).Select(_ => emulator.AskAsync(Query)).ToArray();
        Assert.Equal(3, emulator.RequestsInFlight);

        _clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var response in await Task.WhenAll(pending))
            response.Dispose();

        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Equal(3, emulator.MaxRequestsInFlight);
    }

    [Fact]
    public async Task Request_cancelled_during_the_latency_throws_and_is_recorded()
    {
        using var cancellation = new CancellationTokenSource();
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(1), Clock = _clock };

        var pending = emulator.AskAsync(Query, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task Request_cancelled_before_sending_is_not_recorded()
    {
        var emulator = new SessionListEmulator([]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.AskAsync(Query, new CancellationToken(true)));

        Assert.Empty(emulator.Requests);
    }

    private sealed class WaitsClock : FakeTimeProvider
    {
        public TimeSpan? LastWait { get; set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            LastWait = dueTime;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
