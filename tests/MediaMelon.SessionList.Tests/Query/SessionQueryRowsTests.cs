using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.CustomRows;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

/// <summary>Fields of a query from the properties of a custom row type.</summary>
public sealed class SessionQueryRowsTests
{
    [Fact]
    public void Select_row_type_requests_its_fields_after_the_primary_field() =>
        Assert.Equal(["errors", "sessionid", "latency", "country"], Names(SessionQuery.For(SessionMetrics.Errors, TestQueries.Period).Select(OwnContext.Default.Start)));

    [Fact]
    public void Include_row_type_adds_its_fields_to_the_existing_fields() =>
        Assert.Equal(
            ["latency", "starttime", "endtime", "assetname", "watchtime", "sessionid", "sourcetype", "country"],
            Names(TestQueries.Query.Include(OwnContext.Default.Start)));

    [Fact]
    public void Select_and_Include_row_type_do_not_change_the_original_query()
    {
        var before = TestQueries.Query.ToString();

        _ = TestQueries.Query.Select(OwnContext.Default.Start);
        _ = TestQueries.Query.Include(OwnContext.Default.Start);

        Assert.Equal(before, TestQueries.Query.ToString());
    }

    [Fact]
    public void Select_row_type_keeps_the_fields_of_conditions_and_order() =>
        Assert.Equal(
            ["latency", "assetname", "errors", "endtime"],
            Names(TestQueries.Query.Where(SessionMetrics.Errors > 0).OrderBy(SessionFields.EndTime).Select(OwnContext.Default.Asset)));

    [Fact]
    public void Select_row_type_uses_the_fields_of_the_catalogues() =>
        Assert.Contains(TestQueries.Query.Select(OwnContext.Default.Known).Columns, column => ReferenceEquals(column, SessionMetrics.Playtime));

    [Fact]
    public void Select_row_type_with_extension_data_requests_no_additional_field() =>
        Assert.Equal(["latency", "sessionid"], Names(TestQueries.Query.Select(OwnContext.Default.Open)));

    [Fact]
    public void Select_and_Include_row_type_with_invalid_property_name_throw_and_name_it()
    {
        foreach (var step in new Func<SessionQuery>[]
        {
            () => TestQueries.Query.Select(OwnContext.Default.Misnamed),
            () => TestQueries.Query.Include(OwnContext.Default.Misnamed),
        })
        {
            var refusal = Assert.Throws<ArgumentException>("rowType", step);

            Assert.Contains("The JSON property 'start time' of MediaMelon.SessionList.Tests.CustomRows.Misnamed cannot be a field.", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("' ' (U+0020) at position 5", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[JsonPropertyName]", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Row_type_with_catalogue_field_in_wrong_case_throws_and_suggests_the_correct_name()
    {
        foreach (var step in new Func<object>[]
        {
            () => TestQueries.Query.Select(OwnContext.Default.Miscased),
            () => TestQueries.Query.Include(OwnContext.Default.Miscased),
            () => RowType<Miscased>.Create(OwnContext.Default.Miscased),
        })
        {
            var refusal = Assert.Throws<ArgumentException>("rowType", step);

            Assert.Contains("'SessionId'", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[JsonPropertyName(\"sessionid\")]", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(JsonSerializerDefaults.General)]
    [InlineData(JsonSerializerDefaults.Web)]
    public void Select_row_type_with_case_insensitive_names_requests_the_catalogue_field(JsonSerializerDefaults defaults)
    {
        var type = InAnyCase(defaults);

        Assert.Equal(["latency", "sessionid", "playdur", "Mine"], Names(TestQueries.Query.Select(type)));
        Assert.Contains(TestQueries.Query.Select(type).Columns, column => ReferenceEquals(column, SessionMetrics.Playtime));
    }

    [Theory]
    [InlineData(JsonSerializerDefaults.General)]
    [InlineData(JsonSerializerDefaults.Web)]
    public void Rows_with_case_insensitive_names_are_read_in_the_unit_of_the_field(JsonSerializerDefaults defaults)
    {
        var decoder = new RowsDecoder<Miscased>(RowType<Miscased>.Create(InAnyCase(defaults)));
        var response = (RowsResponse<Miscased>)decoder.Decode("""{"response":[{"sessionid":"a","playdur":1.5,"MINE":"x"}]}"""u8);

        Assert.Equal(new Miscased("a", TimeSpan.FromMinutes(1.5), "x"), Assert.Single(response.Rows));
        Assert.Equal("a", Assert.Single(response.Sessions).SessionId);
    }

    private static JsonTypeInfo<Miscased> InAnyCase(JsonSerializerDefaults defaults) =>
        (JsonTypeInfo<Miscased>)new JsonSerializerOptions(defaults)
        {
            PropertyNameCaseInsensitive = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        }.GetTypeInfo(typeof(Miscased));

    [Fact]
    public void Select_and_Include_with_null_or_unsupported_row_type_throw()
    {
        Assert.Throws<ArgumentNullException>("rowType", () => TestQueries.Query.Select((JsonTypeInfo<Start>)null!));
        Assert.Throws<ArgumentNullException>("rowType", () => TestQueries.Query.Include((JsonTypeInfo<Start>)null!));
        Assert.Throws<ArgumentException>("rowType", () => TestQueries.Query.Select(OwnContext.Default.VideoSession));
        Assert.Throws<ArgumentException>("rowType", () => TestQueries.Query.Include(OwnContext.Default.ListStart));
    }

    private static IEnumerable<string> Names(SessionQuery query) => query.Columns.Select(column => column.Name);
}
