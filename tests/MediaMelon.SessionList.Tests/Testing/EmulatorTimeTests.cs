using System.Net;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorTimeTests
{
    private const string Query = EmulatorCalls.Period + "&metrics=sessionid";

    private readonly WaitsClock _clock = new();

    [Fact]
    public async Task Takes_its_latency_for_an_answer_and_for_a_fault()
    {
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(2), Clock = _clock };
        emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.BadGateway));

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.BadGateway })
        {
            var asking = emulator.AskAsync(Query);
            Assert.Equal(TimeSpan.FromSeconds(2), _clock.LastWait);
            _clock.Advance(TimeSpan.FromSeconds(1.999));
            Assert.False(asking.IsCompleted);

            _clock.Advance(TimeSpan.FromSeconds(0.001));
            using var response = await asking;
            Assert.Equal(expected, response.StatusCode);
            _clock.LastWait = null;
        }
    }

    [Fact]
    public async Task Counts_what_is_in_flight_and_the_most_that_was()
    {
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(1), Clock = _clock };
        var asking = Enumerable.Range(0, 3).Select(_ => emulator.AskAsync(Query)).ToArray();
        Assert.Equal(3, emulator.RequestsInFlight);

        _clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var response in await Task.WhenAll(asking))
            response.Dispose();

        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Equal(3, emulator.MaxRequestsInFlight);
    }

    [Fact]
    public async Task Ends_when_it_is_cancelled_during_the_latency()
    {
        using var cancellation = new CancellationTokenSource();
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(1), Clock = _clock };

        var asking = emulator.AskAsync(Query, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(0, emulator.RequestsInFlight);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task Hears_nothing_of_a_request_that_was_cancelled_before()
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
