using System.Diagnostics;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace MediaMelon.SessionList.Tests.Telemetry;

/// <summary>Rule 15: the OpenTelemetry spans and metrics of a listing.</summary>
[Collection(nameof(NonParallel))]
public sealed class ListingTelemetryTests : IDisposable
{
    private readonly Collected _collected = new();
    private readonly RunningClock _clock = new();

    public void Dispose() => _collected.Dispose();

    [Fact]
    public async Task Listing_has_a_span_with_a_child_span_for_each_page()
    {
        await ListAsync(Emulator(25, latency: 10), new() { PageSize = 10 });

        var listing = _collected.Listing;
        Assert.Equal(ActivityKind.Internal, listing.Kind);
        Assert.Equal(ActivityStatusCode.Unset, listing.Status);
        Assert.Equal(
            "discarded_requests=0 duplicates=0 mediamelon.client.name= outcome=completed pages=3 requests=3 sessions=25 unreadable_values=0",
            string.Join(' ', listing.TagObjects.Select(tag => $"{tag.Key.Replace("mediamelon.sessionlist.", "", StringComparison.Ordinal)}={tag.Value}").Order()));

        Assert.Equal(3, _collected.Pages.Count);
        Assert.All(_collected.Pages, page =>
        {
            Assert.Equal(listing.SpanId, page.ParentSpanId);
            Assert.Equal(ActivityKind.Client, page.Kind);
            Assert.Equal(10, page.GetTagItem("mediamelon.sessionlist.limit"));
            Assert.Equal(1, page.GetTagItem("mediamelon.sessionlist.attempts"));
        });
        Assert.Equal([0L, 10L, 20L], _collected.Pages.Select(page => page.GetTagItem("mediamelon.sessionlist.offset")));
        Assert.Equal([10, 10, 5], _collected.Pages.Select(page => page.GetTagItem("mediamelon.sessionlist.sessions")));
    }

    [Fact]
    public async Task GetPageAsync_has_the_span_and_the_metrics_of_a_page_of_a_listing()
    {
        using var outer = new Activity("job") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        var emulator = Emulator(25);
        using var client = emulator.CreateClient(new() { PageSize = 10 });
        emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset());

        await client.GetPageAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SessionListConnectionException>(
            () => client.GetPageAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Same(outer, Activity.Current);
        Assert.Equal(_collected.Activities, _collected.Pages);
        Assert.All(_collected.Pages, page => Assert.Equal(outer.SpanId, page.ParentSpanId));
        Assert.Equal(10, _collected.Pages[0].GetTagItem("mediamelon.sessionlist.sessions"));
        Assert.Equal(ActivityStatusCode.Error, _collected.Pages[1].Status);
        var metrics = _collected.Metrics();
        Assert.Equal(10, Sum(metrics, "mediamelon.sessionlist.sessions"));
        Assert.Equal(1, Sum(metrics, "mediamelon.sessionlist.pages"));
        Assert.Equal(2, Sum(metrics, "mediamelon.sessionlist.requests"));
        Assert.Equal(2, AllTags(metrics, "mediamelon.sessionlist.page.duration").Count());
    }

    [Fact]
    public async Task Unreadable_values_are_counted_by_field()
    {
        using var service = new ModelService(Enumerable.Range(0, 25).Select(id => new ModelService.Row(id, 1_000_500, HidesTime: id % 5 == 0)));
        using var client = TestListing.CreateClient(service, new() { PageSize = 10 });

        await client.IdsAsync(TestListing.Query);

        var metrics = _collected.Metrics();
        Assert.Equal(5, Sum(metrics, "mediamelon.sessionlist.unreadable_values"));
        Assert.Equal("mediamelon.client.name= mediamelon.sessionlist.column=endtime", Tags(metrics, "mediamelon.sessionlist.unreadable_values"));
        Assert.Equal(5L, _collected.Listing.GetTagItem("mediamelon.sessionlist.unreadable_values"));
    }

    [Fact]
    public async Task Spans_and_metrics_have_the_name_of_their_client()
    {
        var services = new ServiceCollection();
        services.AddKeyedSessionListClient("eu", _ => { }).UseEmulator(Emulator(25));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ISessionListClient>("eu").IdsAsync(TestListing.Query);

        Assert.All(_collected.Activities, activity => Assert.Equal("eu", activity.GetTagItem("mediamelon.client.name")));
        var metrics = _collected.Metrics();
        Assert.All(metrics.Keys.SelectMany(name => AllTags(metrics, name)), tags => Assert.Contains("mediamelon.client.name=eu", tags, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_span_has_the_number_of_attempts()
    {
        var emulator = Emulator(5, latency: 10);
        emulator.Inject(EmulatorFault.ConnectionReset());

        await ListAsync(emulator, new(), maxRetries: 1);

        Assert.Equal(2, Assert.Single(_collected.Pages).GetTagItem("mediamelon.sessionlist.attempts"));
    }

    [Fact]
    public async Task Spans_of_the_consumer_are_not_children_of_the_listing()
    {
        using var outer = new Activity("job") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using var client = Emulator(25).CreateClient(new() { PageSize = 10 });

        await foreach (var _ in client.ListPagesAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken))
            Assert.Same(outer, Activity.Current);

        Assert.Same(outer, Activity.Current);
        Assert.Equal(outer.SpanId, _collected.Listing.ParentSpanId);
    }

    [Fact]
    public async Task Listing_metrics_match_its_span()
    {
        await ListAsync(Emulator(25, latency: 50), new() { PageSize = 10 });

        var metrics = _collected.Metrics();
        Assert.Equal(25, Sum(metrics, "mediamelon.sessionlist.sessions"));
        Assert.Equal(3, Sum(metrics, "mediamelon.sessionlist.pages"));
        Assert.Equal(3, Sum(metrics, "mediamelon.sessionlist.requests"));
        Assert.Equal("mediamelon.client.name= mediamelon.sessionlist.outcome=completed", Tags(metrics, "mediamelon.sessionlist.listing.duration"));
        Assert.Equal(0.15, Point(metrics, "mediamelon.sessionlist.listing.duration").GetHistogramSum(), 3);
        Assert.Equal("mediamelon.client.name=", Tags(metrics, "mediamelon.sessionlist.page.duration"));
        Assert.Equal(3, Point(metrics, "mediamelon.sessionlist.page.duration").GetHistogramCount());
        Assert.Equal(0.15, Point(metrics, "mediamelon.sessionlist.page.duration").GetHistogramSum(), 3);
    }

    [Fact]
    public async Task Discarded_requests_and_duplicates_are_counted()
    {
        using var service = new ModelService(Enumerable.Range(0, 25).Select(id => new ModelService.Row(id, 1_000_500)))
        {
            Drift = (request, rows) =>
            {
                if (request == 1)
                    rows.Insert(0, new(100, 1_000_500));
            },
        };
        using var client = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 4 }, _collected.Loggers);

        await client.IdsAsync(TestListing.Query);

        var metrics = _collected.Metrics();
        Assert.Equal(1, Sum(metrics, "mediamelon.sessionlist.duplicates"));
        var discarded = Sum(metrics, "mediamelon.sessionlist.discarded_requests");
        Assert.InRange(discarded, 2, 3); // the requests in flight at the end of the listing
        Assert.Equal(3 + discarded, Sum(metrics, "mediamelon.sessionlist.requests"));
        Assert.Equal(1L, _collected.Listing.GetTagItem("mediamelon.sessionlist.duplicates"));
        Assert.Equal(discarded, _collected.Listing.GetTagItem("mediamelon.sessionlist.discarded_requests"));
    }

    [Fact]
    public async Task Failed_listing_reports_the_exception_type_only()
    {
        var emulator = Emulator(25, latency: 10);
        emulator.Inject(EmulatorFault.None(), EmulatorFault.ConnectionReset());

        await Assert.ThrowsAsync<SessionListConnectionException>(() => ListAsync(emulator, new() { PageSize = 10 }));

        const string Type = "MediaMelon.SessionList.SessionListConnectionException";
        foreach (var activity in new[] { _collected.Listing, _collected.Pages[1] })
        {
            Assert.Equal(ActivityStatusCode.Error, activity.Status);
            Assert.Equal(Type, activity.GetTagItem("error.type"));
            Assert.Empty(activity.Events);
        }

        Assert.Equal("failed", _collected.Listing.GetTagItem("mediamelon.sessionlist.outcome"));
        Assert.Equal(0L, _collected.Listing.GetTagItem("mediamelon.sessionlist.discarded_requests"));
        Assert.Contains($"error.type={Type} mediamelon.client.name=", AllTags(_collected.Metrics(), "mediamelon.sessionlist.page.duration"));
    }

    [Fact]
    public async Task Discarded_pages_are_not_errors()
    {
        var emulator = Emulator(1000);
        emulator.Inject([EmulatorFault.None(), EmulatorFault.None(), .. Enumerable.Repeat(EmulatorFault.Hang(), 9)]);
        using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = 4 });

        await foreach (var page in client.ListPagesAsync(TestListing.Query, cancellationToken: TestContext.Current.CancellationToken))
        {
            if (page.Offset == 10)
                break;
        }

        Assert.Equal("stopped", _collected.Listing.GetTagItem("mediamelon.sessionlist.outcome"));
        Assert.Equal(3L, _collected.Listing.GetTagItem("mediamelon.sessionlist.discarded_requests"));
        Assert.Equal(5, _collected.Pages.Count);
        Assert.All(_collected.Activities, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
    }

    [Fact]
    public async Task Cancelled_listing_is_not_an_error()
    {
        using var cancellation = new CancellationTokenSource();
        var emulator = Emulator(100);
        using var client = emulator.CreateClient(new() { PageSize = 10 });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.ListPagesAsync(TestListing.Query, cancellationToken: cancellation.Token))
                await cancellation.CancelAsync();
        });

        Assert.Equal("cancelled", _collected.Listing.GetTagItem("mediamelon.sessionlist.outcome"));
        Assert.Equal(ActivityStatusCode.Unset, _collected.Listing.Status);
        Assert.Equal("mediamelon.client.name= mediamelon.sessionlist.outcome=cancelled", Tags(_collected.Metrics(), "mediamelon.sessionlist.listing.duration"));
    }

    [Fact]
    public async Task Telemetry_and_logs_contain_no_filter_values_and_no_key()
    {
        const string Secret = "jane.doe";
        var emulator = Emulator(5, latency: 10);
        emulator.Inject(EmulatorFault.Status(System.Net.HttpStatusCode.TooManyRequests), EmulatorFault.Status(System.Net.HttpStatusCode.BadRequest, body: $"unknown {Secret}"));
        var query = TestListing.Query
            .Where(SessionDimensions.SubscriberId.Is(Secret))
            .Where(DimensionFilter.Raw($"[x={Secret}]"))
            .WithParameter("token", Secret);

        await Assert.ThrowsAsync<SessionListApiException>(() => ListAsync(emulator, new(), maxRetries: 3, query));

        var reported = new List<string?>();
        reported.AddRange(_collected.Activities.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Value}"));
        reported.AddRange(_collected.Activities.Select(activity => $"{activity.DisplayName} {activity.StatusDescription}"));
        reported.AddRange(_collected.Metrics().Keys.SelectMany(name => AllTags(_collected.Metrics(), name)));
        reported.AddRange(_collected.Log.GetSnapshot().SelectMany(record => record.StructuredState!.Select(state => state.Value).Append(record.Message)));

        Assert.NotEmpty(_collected.Log.GetSnapshot());
        Assert.All(reported, text => Assert.False(
            text!.Contains(Secret, StringComparison.OrdinalIgnoreCase) || text.Contains("emulator-key", StringComparison.Ordinal), text));
    }

    private static long Sum(IReadOnlyDictionary<string, Metric> metrics, string name) => Point(metrics, name).GetSumLong();

    private static MetricPoint Point(IReadOnlyDictionary<string, Metric> metrics, string name) => Assert.Single(Points(metrics, name));

    private static string Tags(IReadOnlyDictionary<string, Metric> metrics, string name) => Assert.Single(AllTags(metrics, name));

    private static IEnumerable<string> AllTags(IReadOnlyDictionary<string, Metric> metrics, string name)
    {
        foreach (var point in Points(metrics, name))
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags)
                tags.Add($"{tag.Key}={tag.Value}");

            yield return string.Join(' ', tags.Order(StringComparer.Ordinal));
        }
    }

    private static List<MetricPoint> Points(IReadOnlyDictionary<string, Metric> metrics, string name)
    {
        var points = new List<MetricPoint>();
        foreach (ref readonly var point in metrics[name].GetMetricPoints())
            points.Add(point);

        return points;
    }

    private SessionListEmulator Emulator(int sessions, int latency = 0) =>
        new(TestListing.Sessions(sessions)) { Clock = _clock, Latency = TimeSpan.FromMilliseconds(latency) };

    private async Task ListAsync(SessionListEmulator emulator, PagingOptions paging, int maxRetries = 0, SessionQuery? query = null)
    {
        using var client = emulator.CreateClient(paging, _collected.Loggers, _clock, maxRetries);
        await _clock.TimeAsync(emulator, () => client.IdsAsync(query ?? TestListing.Query));
    }
}
