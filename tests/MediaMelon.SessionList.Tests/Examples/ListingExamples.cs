using MediaMelon.SessionList.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The snippets of docs/listings.md, docs/errors.md and docs/telemetry.md.</summary>
public sealed class ListingExamples : IDisposable
{
    private static readonly SessionPeriod Day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(400, Day));
    private readonly SessionListClient _client;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ListingExamples() => _client = SessionListClient.Create(
        new() { CustomerId = _emulator.CustomerId, ApiKey = _emulator.ApiKey, MaxRetries = 0 },
        _emulator.CreateHandler());

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Client_lists_sessions_lists_pages_and_gets_one_page()
    {
        var client = _client;

        // begin: listing-kinds
        var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9)));

        await foreach (var session in client.ListSessionsAsync(query))
            Console.WriteLine(session.SessionId);

        await foreach (var page in client.ListPagesAsync(query))
            Console.WriteLine($"{page.Offset}: {page.Sessions.Count} sessions");

        SessionPage first = await client.GetPageAsync(query, new PagingOptions { PageSize = 25 });
        // end: listing-kinds

        Assert.Equal(25, first.Sessions.Count);
    }

    [Fact]
    public async Task Listing_reads_pages_concurrently_and_by_slices()
    {
        await ConcurrentlyAsync();
        await BySlicesAsync();

        async Task ConcurrentlyAsync()
        {
            // begin: several-at-a-time
            var paging = new PagingOptions { MaxConcurrentRequests = 8 };
            // end: several-at-a-time
            Assert.True(await CountAsync(paging) > 300);
        }

        async Task BySlicesAsync()
        {
            // begin: slices
            var paging = new PagingOptions { SliceBy = TimeSpan.FromHours(1), MaxConcurrentRequests = 8 };
            // end: slices
            Assert.True(await CountAsync(paging) > 300);
        }
    }

    [Fact]
    public async Task Listing_resumes_from_a_stored_checkpoint()
    {
        var client = _client;
        var query = SessionQuery.For(SessionMetrics.StartupTime, Day);
        var file = Path.Combine(_folder, "checkpoint.txt");
        var read = new List<VideoSession>();
        _emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset());

        // begin: keep-checkpoint
        try
        {
            await foreach (var session in client.ListSessionsAsync(query, new PagingOptions { PageSize = 100 }))
                read.Add(session);
        }
        catch (SessionListException failure) when (failure.ResumeFrom is { } place)
        {
            await File.WriteAllTextAsync(file, place.ToString());
        }
        // end: keep-checkpoint

        Assert.Equal(100, read.Count);

        // begin: use-checkpoint
        var checkpoint = SessionCheckpoint.Parse(await File.ReadAllTextAsync(file));
        var rest = client.ListPagesAsync(query.WithPeriod(checkpoint.Period), resumeFrom: checkpoint);
        // end: use-checkpoint

        await foreach (var page in rest)
            read.AddRange(page.Sessions);

        Assert.Equal(read.Count, read.Select(session => session.SessionId).Distinct().Count());
        Assert.Equal(await CountAsync(new()), read.Count);
    }

    [Fact]
    public void OpenTelemetry_providers_are_built_with_source_and_meter()
    {
        // begin: listen
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource("MediaMelon.SessionList").Build();
        using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter("MediaMelon.SessionList").Build();
        // end: listen

        Assert.NotNull(tracing);
        Assert.NotNull(metrics);
    }

    private async Task<int> CountAsync(PagingOptions paging)
    {
        var count = 0;
        await foreach (var _ in _client.ListSessionsAsync(SessionQuery.For(SessionMetrics.StartupTime, Day), paging))
            count++;

        return count;
    }
}
