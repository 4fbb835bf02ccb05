using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 9: a listing of a service with a rate limit is complete, and sends few requests beyond the limit.</summary>
public sealed class ThrottlingTests
{
    private const int Latency = 50;

    public static TheoryData<int, double, HttpStatusCode, bool> Limits
    {
        get
        {
            var limits = new TheoryData<int, double, HttpStatusCode, bool>();
            foreach (var concurrency in (int[])[1, 8, 16, 64])
            {
                foreach (var rate in (double[])[2, 10])
                {
                    limits.Add(concurrency, rate, HttpStatusCode.TooManyRequests, true);
                    limits.Add(concurrency, rate, HttpStatusCode.TooManyRequests, false);
                }
            }

            limits.Add(8, 2, HttpStatusCode.ServiceUnavailable, true);

            return limits;
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Listing_of_a_service_with_a_rate_limit_is_complete_and_sends_few_requests_beyond_it(
        int concurrency, double rate, HttpStatusCode status, bool hasRetryAfter)
    {
        var pages = (int)(60 * rate);
        var (time, requests) = await ReadAsync(pages, rate, concurrency, status, hasRetryAfter);

        var allowed = rate + (rate * time.TotalSeconds);
        Assert.InRange(requests, pages, 1.5 * allowed);
        Assert.InRange(time.TotalSeconds, 0, 1.5 * pages / rate);
    }

    // nginx's limit_req and limit_conn return 503 by default. Other pages succeed, so these responses do not count as retries.
    [Theory]
    [InlineData(8, 2)]
    [InlineData(16, 10)]
    [InlineData(64, 2)]
    [InlineData(64, 10)]
    public async Task Listing_of_a_service_that_returns_503_beyond_its_rate_limit_is_complete(int concurrency, double rate)
    {
        var pages = (int)(60 * rate);
        var (time, requests) = await ReadAsync(pages, rate, concurrency, HttpStatusCode.ServiceUnavailable, hasRetryAfter: false);

        Assert.InRange(requests, pages, 1.5 * (rate + (rate * time.TotalSeconds)));
    }

    [Fact]
    public async Task Listing_is_complete_when_pages_wait_for_each_other_longer_than_TotalTimeout() =>
        await ReadAsync(60, 0.5, 64, HttpStatusCode.TooManyRequests, hasRetryAfter: true, totalTimeout: 10);

    [Fact]
    public async Task Concurrent_listings_of_one_client_share_the_request_limit()
    {
        var clock = new RunningClock(Latency, checks: 1);
        var emulator = Create(clock, 60, rate: 4);
        using var client = TestListing.CreateClient(emulator.CreateHandler(), new() { PageSize = 10, MaxConcurrentRequests = 8 }, clock: clock, maxRetries: 3);

        var time = await clock.TimeAsync(emulator, () => Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            Assert.Equal(TestListing.Ids(599), await client.IdsAsync(TestListing.Query)))));

        Assert.InRange(emulator.Requests.Count, 240, 1.5 * (4 + (4 * time.TotalSeconds)));
    }

    [Fact]
    public async Task Listing_with_a_page_that_is_always_throttled_throws_with_the_status_after_TotalTimeout()
    {
        var clock = new RunningClock();
        var emulator = new SessionListEmulator(TestListing.Sessions(10)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(10) };
        emulator.Inject([.. Enumerable.Repeat(EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10)), 100)]);
        using var client = TestListing.CreateClient(emulator.CreateHandler(), clock: clock, maxRetries: 1);

        var time = await clock.TimeAsync(emulator, async () =>
        {
            var failure = await Assert.ThrowsAsync<SessionListApiException>(() => client.IdsAsync(TestListing.Query));
            Assert.True(failure.IsThrottled);
        });

        Assert.InRange(time.TotalSeconds, 100, 120);
        Assert.InRange(emulator.Requests.Count, 10, 12);
    }

    [Fact]
    public async Task Listing_without_retries_throws_at_the_first_throttled_response()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(10));
        emulator.Inject(EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.Zero));
        using var client = emulator.CreateClient();

        await Assert.ThrowsAsync<SessionListApiException>(() => client.IdsAsync(TestListing.Query));
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task Concurrency_halves_once_after_a_single_429_and_recovers_within_seconds()
    {
        const int Pages = 120;
        var clock = new RunningClock();
        var log = new FakeLogCollector();
        var emulator = new SessionListEmulator(TestListing.Sessions((Pages * 10) - 1)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(50) };
        emulator.Inject([
            .. Enumerable.Repeat(EmulatorFault.None(), 10),
            .. Enumerable.Repeat(EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), 3)]);
        using var gauge = new Gauge(emulator, clock);
        using var loggers = new LoggerFactory([new FakeLoggerProvider(log)]);
        using var client = TestListing.CreateClient(gauge, new() { PageSize = 10, MaxConcurrentRequests = 8 }, loggers, clock, maxRetries: 3);
        List<string?> ids = [];

        var time = await clock.TimeAsync(emulator, async () => ids = await client.IdsAsync(TestListing.Query));

        Assert.Equal(TestListing.Ids((Pages * 10) - 1), ids);
        Assert.Equal(Pages + 3, emulator.Requests.Count);
        Assert.Equal(["4"], Sizes(log));
        Assert.InRange(time.TotalSeconds, 1, 5);
        Assert.True(gauge.Arrivals.First(arrival => arrival.At > gauge.ThrottledAt + TimeSpan.FromMilliseconds(50)).At
            >= gauge.ThrottledAt + TimeSpan.FromSeconds(1));
        Assert.Equal(8, gauge.Arrivals.Where(arrival => arrival.At > gauge.ThrottledAt + TimeSpan.FromSeconds(1)).Max(arrival => arrival.InFlight));
    }

    private static IEnumerable<string?> Sizes(FakeLogCollector log) =>
        log.GetSnapshot().Where(record => record.Id.Name == "Throttled").Select(record => record.GetStructuredStateValue("Requests"));

    private static SessionListEmulator Create(RunningClock clock, int pages, double rate) =>
        new(TestListing.Sessions((pages * 10) - 1)) { Clock = clock, Latency = TimeSpan.FromMilliseconds(Latency), RequestsPerSecond = rate };

    private static async Task<(TimeSpan Time, int Requests)> ReadAsync(
        int pages, double rate, int concurrency, HttpStatusCode status, bool hasRetryAfter, double totalTimeout = 120)
    {
        var clock = new RunningClock(Latency, checks: 1);
        var emulator = Create(clock, pages, rate);
        using var service = new ThrottlingRewriter(emulator, status, hasRetryAfter);
        var options = new SessionListClientOptions
        {
            CustomerId = 199493832,
            ApiKey = "emulator-key",
            MaxRetries = 3,
            TotalTimeout = TimeSpan.FromSeconds(totalTimeout),
            AttemptTimeout = TimeSpan.FromSeconds(5),
            Paging = new() { PageSize = 10, MaxConcurrentRequests = concurrency },
        };
        using var client = SessionListClient.Create(options, service, timeProvider: clock);
        List<string?> ids = [];

        var time = await clock.TimeAsync(emulator, async () => ids = await client.IdsAsync(TestListing.Query));

        Assert.Equal(TestListing.Ids((pages * 10) - 1), ids);
        TestContext.Current.TestOutputHelper?.WriteLine($"{emulator.Requests.Count} requests for {pages} pages in {time.TotalSeconds} s");
        return (time, emulator.Requests.Count);
    }

    /// <summary>Replaces the status of throttled responses, or removes their Retry-After header.</summary>
    private sealed class ThrottlingRewriter(SessionListEmulator emulator, HttpStatusCode status, bool hasRetryAfter)
        : DelegatingHandler(emulator.CreateHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
                return response;

            response.StatusCode = status;
            if (!hasRetryAfter)
                response.Headers.RetryAfter = null;

            return response;
        }
    }

    private sealed class Gauge(SessionListEmulator emulator, TimeProvider clock) : DelegatingHandler(emulator.CreateHandler())
    {
        private readonly Lock _lock = new();
        private int _inFlight;

        public List<(int InFlight, DateTimeOffset At)> Arrivals { get; } = [];

        /// <summary>The time of the first throttled response.</summary>
        public DateTimeOffset? ThrottledAt { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_lock)
                Arrivals.Add((++_inFlight, clock.GetUtcNow()));

            try
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (response.StatusCode == HttpStatusCode.TooManyRequests)
                    ThrottledAt ??= clock.GetUtcNow();

                return response;
            }
            finally
            {
                lock (_lock)
                    _inFlight--;
            }
        }
    }
}
