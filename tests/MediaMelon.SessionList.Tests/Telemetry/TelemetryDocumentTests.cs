using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Tests.Telemetry;

/// <summary>docs/telemetry.md lists all names, units, tags and event ids, and no others.</summary>
[Collection(nameof(NonParallel))]
public sealed class TelemetryDocumentTests
{
    private const string Document = "telemetry.md";

    [Fact]
    public void Telemetry_page_lists_every_metric()
    {
        var instruments = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
                instruments.Add($"{instrument.Name} {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()} {instrument.Unit} {instrument.Description}");
        };
        RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        listener.Start();

        Assert.Equal(
            Repository.Table(Document, "Metrics").Select(row => $"{row[0]} {row[1]} {row[2]} {row[4]}").Order(),
            instruments.Order());
    }

    [Fact]
    public void Telemetry_page_lists_every_log_event()
    {
        var messages = typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId} {message.EventName} {message.Level}")
            .ToList();

        Assert.NotEmpty(messages);
        Assert.Equal(Repository.Table(Document, "Log").Select(row => $"{row[0]} {row[1]} {row[2]}"), messages);
    }

    [Fact]
    public async Task Telemetry_page_lists_every_tag()
    {
        using var collected = new Collected();
        await CompleteAndFailAsync(collected);

        Assert.Equal(
            Repository.Table(Document, "Spans").Select(row => $"{row[0]} {row[1]}").Order(),
            collected.Activities.SelectMany(Tags).Distinct().Order());

        var ofMetrics = new HashSet<string>();
        foreach (var (name, metric) in collected.Metrics())
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                foreach (var tag in point.Tags)
                    ofMetrics.Add($"{name} {tag.Key}");
            }
        }

        Assert.Equal(
            Repository.Table(Document, "Metrics").SelectMany(row => row[3].Split(", ").Select(tag => $"{row[0]} {tag}")).Order(),
            ofMetrics.Order());
    }

    [Fact]
    public void Telemetry_page_names_the_source_the_meter_and_the_log_category()
    {
        var text = Repository.Read("docs", Document);

        Assert.Contains($"AddSource(\"{Instruments.Activities.Name}\")", text, StringComparison.Ordinal);
        Assert.Contains($"AddMeter(\"{Instruments.Name}\")", text, StringComparison.Ordinal);
        Assert.Contains($"`{Log.Category}`", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Tags(Activity activity) => activity.TagObjects.Select(tag => $"{activity.OperationName} {tag.Key}");

    private static async Task CompleteAndFailAsync(Collected collected)
    {
        // Every instrument has a measurement: duplicates, discarded requests and unreadable values occur.
        using var service = new ModelService(Enumerable.Range(0, 25).Select(id => new ModelService.Row(id, 1_000_500, HidesTime: id == 3)))
        {
            Drift = (request, rows) =>
            {
                if (request == 1)
                    rows.Insert(0, new(100, 1_000_500));
            },
        };
        using var drifting = TestListing.CreateClient(service, new() { PageSize = 10, MaxConcurrentRequests = 4 }, collected.Loggers);
        await drifting.IdsAsync(TestListing.Query);

        var emulator = new SessionListEmulator(TestListing.Sessions(5));
        using var client = emulator.CreateClient(log: collected.Loggers);
        await client.IdsAsync(TestListing.Query);

        emulator.Inject(EmulatorFault.ConnectionReset());
        await Assert.ThrowsAsync<SessionListConnectionException>(() => client.IdsAsync(TestListing.Query));
    }
}
