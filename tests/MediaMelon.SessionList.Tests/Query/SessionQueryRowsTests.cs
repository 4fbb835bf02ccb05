using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.CustomRows;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

/// <summary>Columns by the properties of a type of the user's.</summary>
public sealed class SessionQueryRowsTests
{
    [Fact]
    public void Select_asks_for_the_types_columns_behind_the_lead() =>
        Assert.Equal(["errors", "sessionid", "latency", "country"], Names(SessionQuery.For(SessionMetrics.Errors, TestQueries.Period).Select(OwnContext.Default.Start)));

    [Fact]
    public void Include_adds_them_to_what_is_there() =>
        Assert.Equal(
            ["latency", "starttime", "endtime", "assetname", "watchtime", "sessionid", "sourcetype", "country"],
            Names(TestQueries.Query.Include(OwnContext.Default.Start)));

    [Fact]
    public void Both_leave_the_query_that_they_are_called_on_alone()
    {
        var before = TestQueries.Query.ToString();

        _ = TestQueries.Query.Select(OwnContext.Default.Start);
        _ = TestQueries.Query.Include(OwnContext.Default.Start);

        Assert.Equal(before, TestQueries.Query.ToString());
    }

    [Fact]
    public void What_conditions_and_the_order_need_stays() =>
        Assert.Equal(
            ["latency", "assetname", "errors", "endtime"],
            Names(TestQueries.Query.Where(SessionMetrics.Errors > 0).OrderBy(SessionFields.EndTime).Select(OwnContext.Default.Asset)));

    [Fact]
    public void Columns_are_those_of_the_catalogues_where_they_are_known() =>
        Assert.Contains(TestQueries.Query.Select(OwnContext.Default.Known).Columns, column => ReferenceEquals(column, SessionMetrics.Playtime));

    [Fact]
    public void Extension_data_asks_for_nothing() => Assert.Equal(["latency", "sessionid"], Names(TestQueries.Query.Select(OwnContext.Default.Open)));

    [Fact]
    public void A_name_that_can_be_no_column_is_refused_and_named()
    {
        foreach (var step in new Func<SessionQuery>[]
        {
            () => TestQueries.Query.Select(OwnContext.Default.Misnamed),
            () => TestQueries.Query.Include(OwnContext.Default.Misnamed),
        })
        {
            var refusal = Assert.Throws<ArgumentException>("rowType", step);

            Assert.Contains("The JSON property 'start time' of MediaMelon.SessionList.Tests.CustomRows.Misnamed cannot be a column.", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("' ' (U+0020) at position 5", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[JsonPropertyName]", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Select_refuses_a_catalogue_column_in_another_case_and_names_the_right_one()
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
    public void Select_asks_for_the_column_where_names_are_case_insensitive(JsonSerializerDefaults defaults)
    {
        var type = InAnyCase(defaults);

        Assert.Equal(["latency", "sessionid", "playdur", "Mine"], Names(TestQueries.Query.Select(type)));
        Assert.Contains(TestQueries.Query.Select(type).Columns, column => ReferenceEquals(column, SessionMetrics.Playtime));
    }

    [Theory]
    [InlineData(JsonSerializerDefaults.General)]
    [InlineData(JsonSerializerDefaults.Web)]
    public void Rows_are_read_in_the_units_of_the_column_where_names_are_case_insensitive(JsonSerializerDefaults defaults)
    {
        using var arrived = new RowsDecoder<Miscased>(RowType<Miscased>.Create(InAnyCase(defaults))).Begin();
        var answer = (RowsResponse<Miscased>)arrived.Finish("""{"response":[{"sessionid":"a","playdur":1.5,"MINE":"x"}]}"""u8);

        Assert.Equal(new Miscased("a", TimeSpan.FromMinutes(1.5), "x"), Assert.Single(answer.Rows));
        Assert.Equal("a", Assert.Single(answer.Sessions).SessionId);
    }

    private static JsonTypeInfo<Miscased> InAnyCase(JsonSerializerDefaults defaults) =>
        (JsonTypeInfo<Miscased>)new JsonSerializerOptions(defaults)
        {
            PropertyNameCaseInsensitive = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        }.GetTypeInfo(typeof(Miscased));

    [Fact]
    public void Null_and_types_without_properties_are_refused()
    {
        Assert.Throws<ArgumentNullException>("rowType", () => TestQueries.Query.Select((JsonTypeInfo<Start>)null!));
        Assert.Throws<ArgumentNullException>("rowType", () => TestQueries.Query.Include((JsonTypeInfo<Start>)null!));
        Assert.Throws<ArgumentException>("rowType", () => TestQueries.Query.Select(OwnContext.Default.VideoSession));
        Assert.Throws<ArgumentException>("rowType", () => TestQueries.Query.Include(OwnContext.Default.ListStart));
    }

    private static IEnumerable<string> Names(SessionQuery query) => query.Columns.Select(column => column.Name);
}
