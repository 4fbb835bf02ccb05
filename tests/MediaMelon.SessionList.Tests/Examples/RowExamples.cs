using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Examples;

// begin: own-row
public sealed record SlowStart
{
    [JsonPropertyName("sessionid")]
    public required string Id { get; init; }

    [JsonPropertyName("latency")]
    public TimeSpan? StartupTime { get; init; }

    [JsonPropertyName("starttime")]
    public DateTimeOffset? StartedAt { get; init; }

    [JsonPropertyName("join_time")] // any field of the vendor, also fields that are not in the catalogues
    public double? JoinTime { get; init; }
}

[JsonSerializable(typeof(SlowStart))]
internal sealed partial class MyContext : JsonSerializerContext;
// end: own-row

// begin: own-converter
public sealed class MinutesConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromMinutes(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.TotalMinutes);
}

public sealed record AdBreak
{
    [JsonPropertyName("ad_time")]
    [JsonConverter(typeof(MinutesConverter))]
    public TimeSpan? AdTime { get; init; }
}
// end: own-converter

[JsonSerializable(typeof(AdBreak))]
internal sealed partial class AdContext : JsonSerializerContext;

/// <summary>The snippets of docs/rows.md, and the custom rows of the README.</summary>
public sealed class RowExamples : IDisposable
{
    private static readonly SessionPeriod Day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(400, Day));
    private readonly SessionListClient _client;

    public RowExamples() => _client = SessionListClient.Create(
        new() { CustomerId = _emulator.CustomerId, ApiKey = _emulator.ApiKey, MaxRetries = 0 },
        _emulator.CreateHandler());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Custom_row_type_is_listed_by_rows_and_by_pages()
    {
        var client = _client;
        var cancellationToken = TestContext.Current.CancellationToken;
        var seen = 0;

        // begin: own-rows
        var query = SessionQuery.For(SessionMetrics.StartupTime, Day).Select(MyContext.Default.SlowStart);

        await foreach (var row in client.ListRowsAsync(query, MyContext.Default.SlowStart, cancellationToken: cancellationToken))
            Console.WriteLine($"{row.Id} {row.StartedAt:HH:mm} {row.StartupTime?.TotalSeconds:0.00} s");
        // end: own-rows

        // begin: own-row-pages
        await foreach (var page in client.ListRowPagesAsync(query, MyContext.Default.SlowStart, cancellationToken: cancellationToken))
            seen += page.Rows.Count; // page.Next is the checkpoint of the next page
        // end: own-row-pages

        Assert.True(seen > 300);
        Assert.Equal("latency,sessionid,starttime,join_time", _emulator.Requests[^1].Parameters["metrics"]);
    }

    [Fact]
    public async Task Custom_converter_reads_a_row_value()
    {
        _emulator.Inject(EmulatorFault.Body("""{"response":[{"ad_time":1.5},{"ad_time":null}]}"""));
        var query = SessionQuery.For(SessionMetrics.StartupTime, Day).Select(AdContext.Default.AdBreak);

        var rows = await _client.ListRowsAsync(query, AdContext.Default.AdBreak).Select(row => row.AdTime).ToListAsync();

        Assert.Equal([TimeSpan.FromSeconds(90), null], rows);
    }
}
