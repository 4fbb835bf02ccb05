using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace MediaMelon.SessionList.Tests.Telemetry;

/// <summary>Rule 13: what a listing tells to the log.</summary>
public sealed class ListingLogTests
{
    private readonly FakeLogCollector _log = new();
    private readonly RunningClock _clock = new();

    [Fact]
    public async Task A_listing_is_one_line_at_its_end()
    {
        var emulator = new SessionListEmulator(Listed.Sessions(25)) { Clock = _clock, Latency = TimeSpan.FromMilliseconds(50) };
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10 });

        await _clock.TimeAsync(emulator, () => client.IdsAsync(Listed.Query));

        var record = Assert.Single(_log.GetSnapshot());
        Assert.Equal(1, record.Id.Id);
        Assert.Equal("MediaMelon.SessionList", record.Category);
        Assert.Equal(LogLevel.Information, record.Level);
        Assert.Equal("Listing completed: 25 sessions in 3 pages by 3 requests, 0 duplicates dropped, 0 requests for nothing, 0.15 s", record.Message);
        Assert.Equal("25", record.GetStructuredStateValue("Sessions"));
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("cancelled")]
    [InlineData("failed")]
    public async Task The_line_tells_how_it_ended(string outcome)
    {
        using var cancellation = new CancellationTokenSource();
        var emulator = new SessionListEmulator(Listed.Sessions(25));
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10 });
        if (outcome == "failed")
            emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset());

        try
        {
            await foreach (var page in client.ListPagesAsync(Listed.Query, cancellationToken: cancellation.Token))
            {
                if (outcome == "stopped")
                    break;
                if (outcome == "cancelled")
                    await cancellation.CancelAsync();
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SessionListException)
        {
        }

        var record = Assert.Single(_log.GetSnapshot());
        Assert.StartsWith($"Listing {outcome}: 10 sessions in 1 pages", record.Message, StringComparison.Ordinal);
        Assert.Equal(outcome, record.GetStructuredStateValue("Outcome"));
        Assert.Null(record.Exception);
    }

    [Fact]
    public async Task A_cut_limit_is_warned_of_once()
    {
        var emulator = new SessionListEmulator(Listed.Sessions(30)) { MaxLimit = 7 };
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10, MaxConcurrentRequests = 4 });

        await client.IdsAsync(Listed.Query);

        var warning = Assert.Single(_log.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal(3, warning.Id.Id);
        Assert.Equal("The service cut the limit: asked for 10 sessions it gave 7, and more follow. The listing goes on with pages of that size", warning.Message);
    }

    [Fact]
    public async Task A_short_page_that_was_the_last_is_not_warned_of()
    {
        // Above the ordinary limit a short page is asked behind: an empty answer proves that it was not cut.
        using var client = CreateClient(new SessionListEmulator(Listed.Sessions(30)).CreateHandler(), new() { PageSize = 2000 });

        await client.IdsAsync(Listed.Query);

        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Dropped_duplicates_are_warned_of()
    {
        using var service = new ModelService(Enumerable.Range(0, 15).Select(id => new ModelService.Row(id, 1_000_500)))
        {
            Drift = (request, rows) =>
            {
                if (request == 1)
                    rows.InsertRange(0, [new(100, 1_000_500), new(101, 1_000_500)]);
            },
        };
        using var client = CreateClient(service, new() { PageSize = 10 });

        await client.IdsAsync(Listed.Query);

        var warning = Assert.Single(_log.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal(2, warning.Id.Id);
        Assert.StartsWith("2 sessions came again and were dropped", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_failed_and_a_throttled_walk_are_warned_of()
    {
        var emulator = new SessionListEmulator(Listed.Sessions(25)) { Clock = _clock, Latency = TimeSpan.FromMilliseconds(50) };
        emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10, MaxConcurrentRequests = 2 });

        await _clock.TimeAsync(emulator, () => client.IdsAsync(Listed.Query));

        var warnings = _log.GetSnapshot().Where(record => record.Level == LogLevel.Warning).ToList();
        Assert.Equal([4, 6], warnings.Select(record => record.Id.Id));
        Assert.Matches(@"^Attempt 1 at the page at offset 10 failed \(429\); the next one follows in 1(\.[01]\d*)? s$", warnings[0].Message);
        Assert.Equal(
            "The service throttled the client. The listing continues with 1 concurrent requests, and more after successes",
            warnings[1].Message);
    }

    private SessionListClient CreateClient(HttpMessageHandler service, PagingOptions paging) =>
        Listed.CreateClient(service, paging, new LoggerFactory([new FakeLoggerProvider(_log)]), _clock, maxRetries: paging.MaxConcurrentRequests == 2 ? 1 : 0);
}
