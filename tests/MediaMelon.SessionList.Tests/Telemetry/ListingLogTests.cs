using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace MediaMelon.SessionList.Tests.Telemetry;

/// <summary>Rule 15: the log events of a listing.</summary>
public sealed class ListingLogTests
{
    private readonly FakeLogCollector _log = new();
    private readonly RunningClock _clock = new();

    [Fact]
    public async Task Listing_logs_one_event_at_its_end()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(25)) { Clock = _clock, Latency = TimeSpan.FromMilliseconds(50) };
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10 });

        await _clock.TimeAsync(emulator, () => client.IdsAsync(TestListing.Query));

        var record = Assert.Single(_log.GetSnapshot());
        Assert.Equal(1, record.Id.Id);
        Assert.Equal("MediaMelon.SessionList", record.Category);
        Assert.Equal(LogLevel.Information, record.Level);
        Assert.Equal("Listing completed: 25 sessions in 3 pages by 3 requests, 0 duplicates dropped, 0 requests discarded, unreadable values: none, 0.15 s", record.Message);
        Assert.Equal("25", record.GetStructuredStateValue("Sessions"));
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("cancelled")]
    [InlineData("failed")]
    public async Task Listing_log_event_contains_the_outcome(string outcome)
    {
        using var cancellation = new CancellationTokenSource();
        var emulator = new SessionListEmulator(TestListing.Sessions(25));
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10 });
        if (outcome == "failed")
            emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset());

        try
        {
            await foreach (var page in client.ListPagesAsync(TestListing.Query, cancellationToken: cancellation.Token))
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
        Assert.Equal(outcome == "failed" ? LogLevel.Warning : LogLevel.Information, record.Level);
        Assert.Null(record.Exception);
    }

    [Fact]
    public async Task Limit_capped_by_the_server_logs_one_warning()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(30)) { MaxLimit = 7 };
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10, MaxConcurrentRequests = 4 });

        await client.IdsAsync(TestListing.Query);

        var warning = Assert.Single(_log.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal(3, warning.Id.Id);
        Assert.Equal("The service seems to cap the limit: it returned 7 sessions for a limit of 10, and more follow. If it does so again, the listing continues with pages of that size", warning.Message);
    }

    [Fact]
    public async Task Short_last_page_logs_no_warning()
    {
        // Above the default limit, the client requests one more page after a short page. An empty page shows that no cap applied.
        using var client = CreateClient(new SessionListEmulator(TestListing.Sessions(30)).CreateHandler(), new() { PageSize = 2000 });

        await client.IdsAsync(TestListing.Query);

        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Dropped_duplicates_log_a_warning()
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

        await client.IdsAsync(TestListing.Query);

        var warning = Assert.Single(_log.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal(2, warning.Id.Id);
        Assert.StartsWith("2 duplicate sessions were dropped", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_attempt_and_throttled_listing_log_warnings()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(25)) { Clock = _clock, Latency = TimeSpan.FromMilliseconds(50) };
        emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10, MaxConcurrentRequests = 2 });

        await _clock.TimeAsync(emulator, () => client.IdsAsync(TestListing.Query));

        var warnings = _log.GetSnapshot().Where(record => record.Level == LogLevel.Warning).ToList();
        Assert.Equal([4, 6], warnings.Select(record => record.Id.Id));
        Assert.Matches(@"^Attempt 1 for the page at offset 10 failed \(429\)\. The next attempt starts in 1(\.[01]\d*)? s$", warnings[0].Message);
        Assert.Equal(
            "The service throttled the client. The listing continues with 1 concurrent requests, and with more after successful responses",
            warnings[1].Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Unreadable_values_log_one_warning_with_counts_by_field_and_no_values(int concurrency)
    {
        using var service = new ModelService(Enumerable.Range(0, 25).Select(id => new ModelService.Row(id, 1_000_500, HidesTime: id % 5 == 0)));
        using var client = CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        await client.IdsAsync(TestListing.Query);

        var warning = Assert.Single(_log.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal("5 values could not be read. By column: endtime 5. Their properties are null", warning.Message);
        Assert.Contains("unreadable values: endtime 5,", _log.GetSnapshot()[^1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Message.Contains("soon", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Listing_that_ends_before_the_reported_total_logs_a_warning(int concurrency)
    {
        using var service = new ModelService(Enumerable.Range(0, 20).Select(id => new ModelService.Row(id, 1_000_500)))
        {
            Counters = ModelService.CounterMode.WholeResult,
            MissingRows = 10,
        };
        using var client = CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = concurrency });

        Assert.Equal(20, (await client.IdsAsync(TestListing.Query)).Count);

        var warning = Assert.Single(_log.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal("The listing ends at offset 20, but the service's counters report 30 sessions", warning.Message);
    }

    [Fact]
    public async Task Listing_that_ends_at_the_reported_count_logs_no_warning()
    {
        foreach (var counters in Enum.GetValues<ModelService.CounterMode>())
        {
            foreach (var rows in new[] { 0, 3, 10, 25, 50 })
            {
                using var service = new ModelService(Enumerable.Range(0, rows).Select(id => new ModelService.Row(id, 1_000_500))) { Counters = counters };
                using var client = CreateClient(service, new() { PageSize = 10 });
                await client.IdsAsync(TestListing.Query);
                await client.IdsAsync(TestListing.Query.Skip(40));
            }
        }

        Assert.DoesNotContain(_log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task GetPageAsync_logs_one_event()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(25));
        using var client = CreateClient(emulator.CreateHandler(), new() { PageSize = 10 });
        emulator.Inject(EmulatorFault.None(), EmulatorFault.TruncatedBody());

        var page = await client.GetPageAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SessionListResponseException>(() =>
            client.GetPageAsync(TestListing.Query, resumeFrom: page.Next, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                (LogLevel.Information, "Page at offset 0 completed: 10 sessions, unreadable values: none, 0 s"),
                (LogLevel.Warning, "Page at offset 10 failed: 0 s (SessionListResponseException)"),
            ],
            _log.GetSnapshot().Select(record => (record.Level, record.Message)));
    }

    [Fact]
    public async Task Log_events_have_the_name_of_their_client()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(25));
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(_log)));
        services.AddSessionListClient().UseEmulator(emulator);
        services.AddKeyedSessionListClient("eu", _ => { }).UseEmulator(emulator);
        await using var provider = services.BuildServiceProvider();

        foreach (var client in new[] { provider.GetRequiredService<ISessionListClient>(), provider.GetRequiredKeyedService<ISessionListClient>("eu") })
            await client.IdsAsync(TestListing.Query);

        Assert.Equal(["", "eu"], _log.GetSnapshot()
            .Where(record => record.Category == "MediaMelon.SessionList")
            .Select(record => record.GetStructuredStateValue("mediamelon.client.name")));
    }

    private SessionListClient CreateClient(HttpMessageHandler service, PagingOptions paging) =>
        TestListing.CreateClient(service, paging, new LoggerFactory([new FakeLoggerProvider(_log)]), _clock, maxRetries: paging.MaxConcurrentRequests == 2 ? 1 : 0);
}
