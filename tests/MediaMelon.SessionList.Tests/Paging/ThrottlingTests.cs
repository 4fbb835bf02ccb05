using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>A throttled service is not hammered.</summary>
public sealed class ThrottlingTests
{
    private const int Pages = 120;

    [Fact]
    public async Task A_429_halves_the_requests_at_a_time_and_pages_in_peace_bring_them_back_one_by_one()
    {
        var (gauge, log) = await WalkAsync(throttled: 1, after: 10);

        var again = gauge.Arrivals.FindLastIndex(arrival => arrival.Offset == gauge.ThrottledOffset);
        var behind = gauge.Arrivals.Skip(again + 1).Select(arrival => arrival.InFlight).ToList();

        Assert.Equal(8, gauge.Arrivals.Take(again).Max(arrival => arrival.InFlight));
        Assert.Equal(8, behind.Max());
        var firstAt = Enumerable.Range(5, 4).Select(size => behind.FindIndex(inFlight => inFlight == size)).ToList();
        Assert.All(firstAt.Zip(firstAt.Skip(1)), steps => Assert.InRange(steps.Second - steps.First, 10, 20));
        Assert.Equal(["4"], Sizes(log));
    }

    [Fact]
    public async Task Many_429_take_it_down_to_one()
    {
        var (gauge, log) = await WalkAsync(throttled: 8, after: 10);

        var again = gauge.Arrivals.FindLastIndex(arrival => arrival.Offset == gauge.ThrottledOffset);

        Assert.All(gauge.Arrivals.Skip(again + 8).Take(9), arrival => Assert.Equal(1, arrival.InFlight));
        Assert.Equal(["4", "2", "1"], Sizes(log));
    }

    [Fact]
    public async Task Nothing_new_is_asked_for_while_the_service_asks_to_wait()
    {
        var (gauge, _) = await WalkAsync(throttled: 1, after: 10);

        var first = gauge.Arrivals.FindIndex(arrival => arrival.Offset == gauge.ThrottledOffset);
        var again = gauge.Arrivals.FindLastIndex(arrival => arrival.Offset == gauge.ThrottledOffset);

        Assert.InRange(again - first, 1, 8);
        Assert.True(gauge.Arrivals[again].At - gauge.Arrivals[first].At >= TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<string?> Sizes(FakeLogCollector log) =>
        log.GetSnapshot().Where(record => record.Id.Name == "Throttled").Select(record => record.GetStructuredStateValue("Requests"));

    private static async Task<(Gauge Gauge, FakeLogCollector Log)> WalkAsync(int throttled, int after)
    {
        var clock = new RunningClock();
        var log = new FakeLogCollector();
        var emulator = new SessionListEmulator(Listed.Sessions((Pages * 10) - 1)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(50) };
        emulator.Inject([
            .. Enumerable.Repeat(EmulatorFault.None(), after),
            .. Enumerable.Repeat(EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), throttled)]);
        using var gauge = new Gauge(emulator, clock);
        using var loggers = new LoggerFactory([new FakeLoggerProvider(log)]);
        using var client = Listed.CreateClient(gauge, new() { PageSize = 10, MaxConcurrentRequests = 8 }, loggers, clock, maxRetries: 3);
        List<string?> ids = [];

        await clock.TimeAsync(emulator, async () => ids = await client.IdsAsync(Listed.Query));

        Assert.Equal(Listed.Ids((Pages * 10) - 1), ids);
        Assert.Equal(Pages + throttled, emulator.Requests.Count);
        return (gauge, log);
    }

    private sealed class Gauge(SessionListEmulator emulator, TimeProvider clock) : DelegatingHandler(emulator.CreateHandler())
    {
        private readonly Lock _lock = new();
        private int _inFlight;

        public List<(string Offset, int InFlight, DateTimeOffset At)> Arrivals { get; } = [];

        /// <summary>The offset of the first request that was told to wait.</summary>
        public string? ThrottledOffset { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var offset = request.RequestUri!.Query.Split("offset=") is [_, var text] ? text : "0";
            lock (_lock)
                Arrivals.Add((offset, ++_inFlight, clock.GetUtcNow()));

            try
            {
                var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                    ThrottledOffset ??= offset;

                return answer;
            }
            finally
            {
                lock (_lock)
                    _inFlight--;
            }
        }
    }
}
