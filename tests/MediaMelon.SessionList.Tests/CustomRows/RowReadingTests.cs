using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>The JSON values that each property type accepts, with direct decoding and by way of a session.</summary>
public sealed class RowReadingTests
{
    private static readonly string[] NoValues =
        ["null", "\"\"", "\"-\"", "\"null\"", "\"NULL\"", "\"NaN\"", "\"nan\"", "\"  \"", "\" - \"", "\"\\u002d\""];

    private static readonly JsonSerializerOptions IgnoringCase = new() { PropertyNameCaseInsensitive = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly JsonSerializerOptions RespectingNullability = new() { RespectNullableAnnotations = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private enum Color
    {
        Red,
        Green,
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("\"12.5\"", 12.5)]
    [InlineData("\" 12.5 \"", 12.5)]
    [InlineData("\"1.5e3\"", 1500)]
    [InlineData("0.1234567890123456789", 0.12345678901234568)]
    [InlineData("-3", -3)]
    public async Task ListRowPagesAsync_number_property_accepts_a_number_and_text(string json, double expected)
    {
        Assert.Equal(expected, await ReadAsync<double>(json));
        Assert.Equal(expected, await ReadAsync<double?>(json));
        Assert.Equal((float)expected, await ReadAsync<float>(json));
        Assert.Equal((decimal)expected, Math.Round(await ReadAsync<decimal?>(json) ?? 0, 15), 14);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2)]
    [InlineData("\"2\"", 2)]
    [InlineData("\"2.0\"", 2)]
    [InlineData("2e1", 20)]
    public async Task ListRowPagesAsync_integer_property_accepts_a_decimal_point(string json, int expected)
    {
        Assert.Equal(expected, await ReadAsync<int>(json));
        Assert.Equal(expected, await ReadAsync<long?>(json));
        Assert.Equal((byte)expected, await ReadAsync<byte>(json));
        Assert.Equal((ulong)expected, await ReadAsync<ulong?>(json));
    }

    [Fact]
    public async Task ListRowPagesAsync_number_property_accepts_the_limits_of_its_type()
    {
        Assert.Equal(long.MaxValue, await ReadAsync<long>("9223372036854775807"));
        Assert.Equal(long.MinValue, await ReadAsync<long>("\"-9223372036854775808\""));
        Assert.Equal(ulong.MaxValue, await ReadAsync<ulong?>("18446744073709551615"));
        Assert.Equal(79228162514264337593543950335m, await ReadAsync<decimal>("\"79228162514264337593543950335\""));
        Assert.Equal(double.MaxValue, await ReadAsync<double>("1.7976931348623157E+308"));
        Assert.Equal(sbyte.MinValue, await ReadAsync<sbyte>("-128"));
        Assert.Equal(Int128.MaxValue, await ReadAsync<Int128>(Int128.MaxValue.ToString(null, null)));
        Assert.Equal((Half)0.5, await ReadAsync<Half>("\"0.5\""));
    }

    [Fact]
    public async Task ListRowPagesAsync_notation_for_no_value_sets_a_nullable_property_to_null()
    {
        foreach (var json in NoValues)
        {
            Assert.Null(await ReadAsync<double?>(json));
            Assert.Null(await ReadAsync<int?>(json));
            Assert.Null(await ReadAsync<bool?>(json));
            Assert.Null(await ReadAsync<TimeSpan?>(json));
            Assert.Null(await ReadAsync<DateTimeOffset?>(json));
            Assert.Null(await ReadAsync<DateTime?>(json));
            Assert.Null(await ReadAsync<Guid?>(json));
            Assert.Null(await ReadAsync<DateOnly?>(json));
            Assert.Null(await ReadAsync<Uri?>(json));
        }

        Assert.Null(await ReadAsync<string?>("null"));
        Assert.Null(await ReadAsync<ViewStatus?>("null"));
        Assert.Null(await ReadAsync<int[]?>("null"));
    }

    [Fact]
    public async Task ListRowPagesAsync_notation_for_no_value_leaves_a_non_nullable_property_unset()
    {
        foreach (var json in NoValues)
        {
            Assert.Equal(-1, (await ReadRowAsync(Row(json), Reflected<Initial>())).Value);
            Assert.Equal(0, await ReadAsync<double>(json));
            Assert.False(await ReadAsync<bool>(json));
            Assert.Equal(default, await ReadAsync<Guid>(json));
        }

        var unset = (JsonTypeInfo<Holder<string>>)RespectingNullability.GetTypeInfo(typeof(Holder<string>));
        Assert.Null((await ReadRowAsync(Row("null"), unset)).Value);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("\"-\"", "-")]
    [InlineData("\"NaN\"", "NaN")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("\"a\\\"b\\\\\\u00e9\"", "a\"b\\é")]
    public async Task ListRowPagesAsync_text_property_keeps_text_and_accepts_scalars(string json, string expected)
    {
        Assert.Equal(expected, await ReadAsync<string>(json));
        Assert.Equal(new ViewStatus(expected), await ReadAsync<ViewStatus>(json));
        Assert.Equal(new ViewStatus(expected), await ReadAsync<ViewStatus?>(json));
    }

    [Fact]
    public async Task ListRowPagesAsync_replaces_and_counts_invalid_unicode()
    {
        var page = await ReadPageAsync([Row("\"half \\ud83d pair\"")], Reflected<Holder<string>>());

        Assert.Equal("half \ufffd pair", Assert.Single(page.Rows).Value);
        Assert.Equal(1, page.UnreadableValues);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("0", false)]
    public async Task ListRowPagesAsync_boolean_property_accepts_numbers_and_text(string json, bool expected)
    {
        Assert.Equal(expected, await ReadAsync<bool>(json));
        Assert.Equal(expected, await ReadAsync<bool?>(json));
    }

    [Theory]
    [InlineData("1775749962")]
    [InlineData("\"1775749962\"")]
    [InlineData("1775749962.0")]
    [InlineData("\"2026-04-09T15:52:42Z\"")]
    [InlineData("\"2026-04-09T17:52:42+02:00\"")]
    public async Task ListRowPagesAsync_time_property_accepts_Unix_seconds_and_ISO_text(string json)
    {
        var expected = DateTimeOffset.FromUnixTimeSeconds(1775749962);

        Assert.Equal(expected, await ReadAsync<DateTimeOffset>(json));
        Assert.Equal(expected, await ReadAsync<DateTimeOffset?>(json));
        Assert.Equal(expected.UtcDateTime, (await ReadAsync<DateTime>(json)).ToUniversalTime());
    }

    [Theory]
    [InlineData("2026-04-09T12:00:00", 12)]
    [InlineData("2026-04-09T12:00", 12)]
    [InlineData("2026-04-09T12:00:00.0000000", 12)]
    [InlineData("2026-04-09", 0)]
    [InlineData("2026-04-09T12\\u003a00:00", 12)]
    [InlineData("2026-04-09T14:00:00+02:00", 12)]
    [InlineData("2026-04-09T12:00:00Z", 12)]
    public async Task ListRowPagesAsync_time_without_an_offset_is_UTC(string text, int hour)
    {
        var expected = new DateTimeOffset(2026, 4, 9, hour, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, await ReadAsync<DateTimeOffset>($"\"{text}\""));
        Assert.Equal(expected, await ReadAsync<DateTimeOffset?>($"\"{text}\""));
        Assert.Equal(expected.UtcDateTime, await ReadAsync<DateTime>($"\"{text}\""));
        Assert.Equal(DateTimeKind.Utc, (await ReadAsync<DateTime?>($"\"{text}\""))!.Value.Kind);
        Assert.Equal(text.EndsWith("+02:00", StringComparison.Ordinal) ? 2 : 0, (await ReadAsync<DateTimeOffset>($"\"{text}\"")).Offset.Hours);
    }

    [Fact]
    public async Task ListRowPagesAsync_time_in_Unix_seconds_is_UTC() =>
        Assert.Equal(DateTimeKind.Utc, (await ReadAsync<DateTime>("1775749962.25")).Kind);

    [Theory]
    [InlineData("90.5")]
    [InlineData("\"90.5\"")]
    [InlineData("\"00:01:30.5\"")]
    public async Task ListRowPagesAsync_duration_property_accepts_seconds_and_text(string json)
    {
        Assert.Equal(TimeSpan.FromSeconds(90.5), await ReadAsync<TimeSpan>(json));
        Assert.Equal(TimeSpan.FromSeconds(90.5), await ReadAsync<TimeSpan?>(json));
    }

    [Fact]
    public async Task ListRowPagesAsync_standard_fields_are_read_in_their_units()
    {
        var row = await ReadRowAsync(TestSessions.Row, OwnContext.Default.Known);

        Assert.Equal(TestSessions.Session.StartTime, row.StartTime);
        Assert.Equal(TestSessions.Session.EndTime?.UtcDateTime, row.EndTime);
        Assert.Equal(TestSessions.Session.StartupTime, row.StartupTime);
        Assert.Equal(TestSessions.Session.WatchTime, row.WatchTime);
        Assert.Equal(TestSessions.Session.Playtime, row.Playtime);
        Assert.Equal(TestSessions.Session.ViewStatus, row.Status);
        Assert.Equal(TestSessions.Session.IsLive, row.IsLive);
        Assert.Equal(3, row.Errors);
        Assert.Equal(97.5m, row.Score);
    }

    [Theory]
    [InlineData("\"12,5\"")]
    [InlineData("\"abc\"")]
    [InlineData("1e400")]
    [InlineData("true")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("[]")]
    public async Task ListRowPagesAsync_unreadable_value_sets_a_nullable_property_to_null_and_is_counted(string json)
    {
        var page = await ReadPageAsync([Row(json), Row("1"), Row(json)], Reflected<Holder<double?>>());

        Assert.Equal([null, 1, null], page.Rows.Select(row => row.Value));
        Assert.Equal(2, page.UnreadableValues);
    }

    [Fact]
    public async Task ListRowPagesAsync_unreadable_value_is_null_for_each_property_type()
    {
        Assert.Null(await ReadAsync<int?>("2.5"));
        Assert.Null(await ReadAsync<byte?>("256"));
        Assert.Null(await ReadAsync<uint?>("-1"));
        Assert.Null(await ReadAsync<bool?>("2"));
        Assert.Null(await ReadAsync<TimeSpan?>("\"soon\""));
        Assert.Null(await ReadAsync<DateTimeOffset?>("\"soon\""));
        Assert.Null(await ReadAsync<DateTimeOffset?>("100000000000"));
        Assert.Null(await ReadAsync<string?>("[1]"));
        Assert.Null(await ReadAsync<ViewStatus?>("{}"));
    }

    [Fact]
    public async Task ListRowPagesAsync_other_property_types_are_read_by_the_serializer()
    {
        Assert.Equal(Color.Green, await ReadAsync<Color>("1"));
        Assert.Equal(new Uri("https://example.com/a"), await ReadAsync<Uri>("\"https://example.com/a\""));
        Assert.Equal(new DateOnly(2026, 4, 9), await ReadAsync<DateOnly>("\"2026-04-09\""));
        Assert.Equal((int[])[1, 2], (IEnumerable<int>)await ReadAsync<int[]>("[1,2]"));
        Assert.Equal("{\"a\": [null]}", (await ReadAsync<JsonElement>("{\"a\": [null]}")).GetRawText());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync<JsonElement>("null")).ValueKind);
        Assert.Equal(1.5, (await ReadAsync<Holder<double>>("{\"mine\":1.5}")).Value);
    }

    [Fact]
    public async Task ListRowPagesAsync_converter_receives_the_value_unchanged()
    {
        foreach (var json in new[] { "12.50", "\"-\"", "null", "true", "{\"a\":1}", "\"12,5\"" })
            Assert.Equal(json, (await ReadRowAsync(Row(json), Reflected<Converted>())).Value);

        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new Thousands() } };
        Assert.Equal(1500, (await ReadRowAsync(Row("\"1k5\""), (JsonTypeInfo<Holder<double?>>)options.GetTypeInfo(typeof(Holder<double?>)))).Value);
    }

    [Fact]
    public async Task ListRowPagesAsync_ignores_unknown_fields_and_leaves_properties_of_missing_fields_unset()
    {
        var row = await ReadRowAsync("""{"x":{"sessionid":"no"},"sessionid":"a","y":[1,[2]],"totalpages":7}""", OwnContext.Default.Start);

        Assert.Equal(new Start { Id = "a" }, row);
    }

    [Fact]
    public async Task ListRowPagesAsync_stores_unknown_fields_in_extension_data()
    {
        var row = await ReadRowAsync("""{"x":{"a":"b"},"sessionid":"a","\u0079":[1,[2]],"z":"half \ud83d"}""", OwnContext.Default.Open);

        Assert.Equal("a", row.Id);
        Assert.Equal(["x", "y", "z"], row.Others!.Keys.Order());
        Assert.Equal("b", row.Others["x"].GetProperty("a").GetString());
        Assert.Equal("half \ufffd", row.Others["z"].GetString());
    }

    [Fact]
    public async Task ListRowPagesAsync_type_that_disallows_unmapped_members_ignores_unknown_fields() =>
        Assert.Equal(2, (await ReadRowAsync("""{"sessionid":"a","mine":2,"totalpages":7}""", Reflected<Strict>())).Mine);

    [Fact]
    public async Task ListRowPagesAsync_names_are_case_sensitive_unless_the_serializer_options_differ()
    {
        const string Json = """{"MINE":"2.5","sessionid":"a"}""";

        Assert.Null((await ReadRowAsync(Json, Reflected<Holder<double?>>())).Value);
        Assert.Equal(2.5, (await ReadRowAsync(Json, (JsonTypeInfo<Holder<double?>>)IgnoringCase.GetTypeInfo(typeof(Holder<double?>)))).Value);
        Assert.Equal(2.5, (await ReadRowAsync("""{"m\u0069ne":"2.5"}""", Reflected<Holder<double?>>())).Value);
    }

    [Fact]
    public async Task ListRowPagesAsync_ignores_a_byte_order_mark()
    {
        var page = await ReadAsync(direct: true, "\uFEFF{\"response\":[{\"mine\":1}]}", Reflected<Holder<double>>());

        Assert.Equal(1, Assert.Single(page.Rows).Value);
    }

    private static string Row(string value) => $$"""{"sessionid":"s","mine":{{value}}}""";

    private static JsonTypeInfo<T> Reflected<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Default.GetTypeInfo(typeof(T));

    private static async Task<T> ReadAsync<T>(string json) => (await ReadRowAsync(Row(json), Reflected<Holder<T>>())).Value;

    private static async Task<TRow> ReadRowAsync<TRow>(string json, JsonTypeInfo<TRow> type) =>
        Assert.Single((await ReadPageAsync([json], type)).Rows);

    // Also verifies that rows converted from sessions are equal.
    private static async Task<RowPage<TRow>> ReadPageAsync<TRow>(IEnumerable<string> rows, JsonTypeInfo<TRow> type)
    {
        var json = $$"""{"response":[{{string.Join(',', rows)}}]}""";
        var direct = await ReadAsync(direct: true, json, type);
        var fromSessions = await ReadAsync(direct: false, json, type);

        Assert.Equal(JsonSerializer.Serialize(direct.Rows), JsonSerializer.Serialize(fromSessions.Rows));
        Assert.Equal(direct.UnreadableValues, fromSessions.UnreadableValues);
        return direct;
    }

    private static async Task<RowPage<TRow>> ReadAsync<TRow>(bool direct, string json, JsonTypeInfo<TRow> type)
    {
        var emulator = new SessionListEmulator([]);
        emulator.Inject(EmulatorFault.Body(json));
        using var client = emulator.CreateClient();
        var reader = direct ? client : (ISessionListClient)new SessionsOnlyClient(client);

        return Assert.Single(await reader.ListRowPagesAsync(TestListing.Query, type, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    internal sealed class Initial
    {
        [JsonPropertyName("mine")]
        public double Value { get; set; } = -1;
    }

    internal sealed class Converted
    {
        [JsonPropertyName("mine")]
        [JsonConverter(typeof(RawText))]
        public string? Value { get; set; }
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Strict([property: JsonPropertyName("mine")] int Mine);

    internal sealed class RawText : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonElement.ParseValue(ref reader).GetRawText();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Thousands : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            double.Parse(reader.GetString()!.Replace('k', '.'), System.Globalization.CultureInfo.InvariantCulture) * 1000;

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}
