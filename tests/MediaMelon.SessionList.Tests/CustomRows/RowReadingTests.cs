using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>What each kind of property takes from the wire: straight, and by way of a session.</summary>
public sealed class RowReadingTests
{
    private static readonly string[] NoValues =
        ["null", "\"\"", "\"-\"", "\"null\"", "\"NULL\"", "\"NaN\"", "\"nan\"", "\"  \"", "\" - \"", "\"\\u002d\""];

    private static readonly JsonSerializerOptions InAnyCase = new() { PropertyNameCaseInsensitive = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly JsonSerializerOptions Respectful = new() { RespectNullableAnnotations = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private enum Colour
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
    public async Task A_number_is_read_from_a_number_and_from_text(string json, double expected)
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
    public async Task A_whole_number_may_have_a_point(string json, int expected)
    {
        Assert.Equal(expected, await ReadAsync<int>(json));
        Assert.Equal(expected, await ReadAsync<long?>(json));
        Assert.Equal((byte)expected, await ReadAsync<byte>(json));
        Assert.Equal((ulong)expected, await ReadAsync<ulong?>(json));
    }

    [Fact]
    public async Task Numbers_are_exact_to_the_end_of_their_types()
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
    public async Task The_words_for_no_value_are_null()
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
    public async Task A_property_that_cannot_be_null_is_left_unset_by_them()
    {
        foreach (var json in NoValues)
        {
            Assert.Equal(-1, (await ReadRowAsync(Row(json), Reflected<Initial>())).Value);
            Assert.Equal(0, await ReadAsync<double>(json));
            Assert.False(await ReadAsync<bool>(json));
            Assert.Equal(default, await ReadAsync<Guid>(json));
        }

        var unset = (JsonTypeInfo<Holder<string>>)Respectful.GetTypeInfo(typeof(Holder<string>));
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
    public async Task Text_is_as_it_is_and_numbers_are_their_text(string json, string expected)
    {
        Assert.Equal(expected, await ReadAsync<string>(json));
        Assert.Equal(new ViewStatus(expected), await ReadAsync<ViewStatus>(json));
        Assert.Equal(new ViewStatus(expected), await ReadAsync<ViewStatus?>(json));
    }

    [Fact]
    public async Task Text_that_is_not_unicode_is_mended_and_counted()
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
    public async Task A_flag_is_read_from_numbers_and_text(string json, bool expected)
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
    public async Task A_time_is_read_from_epoch_seconds_and_from_iso_text(string json)
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
    public async Task A_time_without_an_offset_is_utc_on_every_machine(string text, int hour)
    {
        var expected = new DateTimeOffset(2026, 4, 9, hour, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, await ReadAsync<DateTimeOffset>($"\"{text}\""));
        Assert.Equal(expected, await ReadAsync<DateTimeOffset?>($"\"{text}\""));
        Assert.Equal(expected.UtcDateTime, await ReadAsync<DateTime>($"\"{text}\""));
        Assert.Equal(DateTimeKind.Utc, (await ReadAsync<DateTime?>($"\"{text}\""))!.Value.Kind);
        Assert.Equal(text.EndsWith("+02:00", StringComparison.Ordinal) ? 2 : 0, (await ReadAsync<DateTimeOffset>($"\"{text}\"")).Offset.Hours);
    }

    [Fact]
    public async Task A_time_from_seconds_is_utc() => Assert.Equal(DateTimeKind.Utc, (await ReadAsync<DateTime>("1775749962.25")).Kind);

    [Theory]
    [InlineData("90.5")]
    [InlineData("\"90.5\"")]
    [InlineData("\"00:01:30.5\"")]
    public async Task A_duration_is_read_from_seconds_and_from_text(string json)
    {
        Assert.Equal(TimeSpan.FromSeconds(90.5), await ReadAsync<TimeSpan>(json));
        Assert.Equal(TimeSpan.FromSeconds(90.5), await ReadAsync<TimeSpan?>(json));
    }

    [Fact]
    public async Task Columns_of_the_catalogues_are_read_in_their_units()
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
    public async Task What_a_nullable_property_cannot_hold_is_null_and_counted(string json)
    {
        var page = await ReadPageAsync([Row(json), Row("1"), Row(json)], Reflected<Holder<double?>>());

        Assert.Equal([null, 1, null], page.Rows.Select(row => row.Value));
        Assert.Equal(2, page.UnreadableValues);
    }

    [Fact]
    public async Task Each_kind_has_what_it_cannot_hold()
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
    public async Task Other_types_are_read_as_the_serializer_reads_them()
    {
        Assert.Equal(Colour.Green, await ReadAsync<Colour>("1"));
        Assert.Equal(new Uri("https://example.com/a"), await ReadAsync<Uri>("\"https://example.com/a\""));
        Assert.Equal(new DateOnly(2026, 4, 9), await ReadAsync<DateOnly>("\"2026-04-09\""));
        Assert.Equal((int[])[1, 2], (IEnumerable<int>)await ReadAsync<int[]>("[1,2]"));
        Assert.Equal("{\"a\": [null]}", (await ReadAsync<JsonElement>("{\"a\": [null]}")).GetRawText());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync<JsonElement>("null")).ValueKind);
        Assert.Equal(1.5, (await ReadAsync<Holder<double>>("{\"mine\":1.5}")).Value);
    }

    [Fact]
    public async Task A_converter_gets_the_value_as_it_was_sent()
    {
        foreach (var json in new[] { "12.50", "\"-\"", "null", "true", "{\"a\":1}", "\"12,5\"" })
            Assert.Equal(json, (await ReadRowAsync(Row(json), Reflected<Converted>())).Value);

        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new Thousands() } };
        Assert.Equal(1500, (await ReadRowAsync(Row("\"1k5\""), (JsonTypeInfo<Holder<double?>>)options.GetTypeInfo(typeof(Holder<double?>)))).Value);
    }

    [Fact]
    public async Task Columns_without_a_property_are_passed_over_and_properties_without_a_column_stay_unset()
    {
        var row = await ReadRowAsync("""{"x":{"sessionid":"no"},"sessionid":"a","y":[1,[2]],"totalpages":7}""", OwnContext.Default.Start);

        Assert.Equal(new Start { Id = "a" }, row);
    }

    [Fact]
    public async Task Extension_data_keeps_them()
    {
        var row = await ReadRowAsync("""{"x":{"a":"b"},"sessionid":"a","\u0079":[1,[2]],"z":"half \ud83d"}""", OwnContext.Default.Open);

        Assert.Equal("a", row.Id);
        Assert.Equal(["x", "y", "z"], row.Others!.Keys.Order());
        Assert.Equal("b", row.Others["x"].GetProperty("a").GetString());
        Assert.Equal("half \ufffd", row.Others["z"].GetString());
    }

    [Fact]
    public async Task A_type_that_refuses_unknown_members_takes_the_columns_that_it_knows() =>
        Assert.Equal(2, (await ReadRowAsync("""{"sessionid":"a","mine":2,"totalpages":7}""", Reflected<Strict>())).Mine);

    [Fact]
    public async Task Names_are_exact_unless_the_options_say_otherwise()
    {
        const string Json = """{"MINE":"2.5","sessionid":"a"}""";

        Assert.Null((await ReadRowAsync(Json, Reflected<Holder<double?>>())).Value);
        Assert.Equal(2.5, (await ReadRowAsync(Json, (JsonTypeInfo<Holder<double?>>)InAnyCase.GetTypeInfo(typeof(Holder<double?>)))).Value);
        Assert.Equal(2.5, (await ReadRowAsync("""{"m\u0069ne":"2.5"}""", Reflected<Holder<double?>>())).Value);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var page = await ReadAsync(straight: true, "\uFEFF{\"response\":[{\"mine\":1}]}", Reflected<Holder<double>>());

        Assert.Equal(1, Assert.Single(page.Rows).Value);
    }

    private static string Row(string value) => $$"""{"sessionid":"s","mine":{{value}}}""";

    private static JsonTypeInfo<T> Reflected<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Default.GetTypeInfo(typeof(T));

    private static async Task<T> ReadAsync<T>(string json) => (await ReadRowAsync(Row(json), Reflected<Holder<T>>())).Value;

    private static async Task<TRow> ReadRowAsync<TRow>(string json, JsonTypeInfo<TRow> type) =>
        Assert.Single((await ReadPageAsync([json], type)).Rows);

    // By way of a session the same comes out.
    private static async Task<RowPage<TRow>> ReadPageAsync<TRow>(IEnumerable<string> rows, JsonTypeInfo<TRow> type)
    {
        var json = $$"""{"response":[{{string.Join(',', rows)}}]}""";
        var straight = await ReadAsync(straight: true, json, type);
        var bySession = await ReadAsync(straight: false, json, type);

        Assert.Equal(JsonSerializer.Serialize(straight.Rows), JsonSerializer.Serialize(bySession.Rows));
        Assert.Equal(straight.UnreadableValues, bySession.UnreadableValues);
        return straight;
    }

    private static async Task<RowPage<TRow>> ReadAsync<TRow>(bool straight, string json, JsonTypeInfo<TRow> type)
    {
        var emulator = new SessionListEmulator([]);
        emulator.Inject(EmulatorFault.Body(json));
        using var client = emulator.CreateClient();
        var reader = straight ? client : (ISessionListClient)new SessionsOnly(client);

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
