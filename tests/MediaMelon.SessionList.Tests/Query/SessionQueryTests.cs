using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

/// <summary>Tests each step of a query.</summary>
public sealed class SessionQueryTests
{
    private const string Standard = "starttime,endtime,assetname,watchtime,sessionid,sourcetype";

    private static readonly SessionPeriod OtherPeriod = SessionPeriod.FromUnixSeconds(100, 200);

    public static TheoryData<string, Func<SessionQuery, SessionQuery>> Steps { get; } =
        new()
        {
            { "WithPeriod", query => query.WithPeriod(OtherPeriod) },
            { "Select", query => query.Select(SessionDimensions.Country) },
            { "Include", query => query.Include(SessionDimensions.Country) },
            { "Where filter", query => query.Where(SessionDimensions.Cdn.Is("x")) },
            { "Where condition", query => query.Where(SessionMetrics.FatalErrors > 5) },
            { "WithoutFilters", query => query.WithoutFilters(SessionDimensions.DeviceType) },
            { "OrderBy", query => query.OrderBy(SessionFields.EndTime) },
            { "OrderByDescending", query => query.OrderByDescending(SessionFields.EndTime) },
            { "WithSessionType", query => query.WithSessionType(SessionType.Started) },
            { "WithAllStatuses", query => query.WithAllStatuses() },
            { "Skip", query => query.Skip(7) },
            { "Take", query => query.Take(7) },
            { "WithParameter", query => query.WithParameter("concurrency", "1") },
            { "WithParameter again", query => query.WithParameter("businesserror", "false") },
        };

    [Fact]
    public void For_returns_a_query_with_the_primary_field_and_the_standard_fields()
    {
        var query = SessionQuery.For(SessionMetrics.PlaybackScore, TestQueries.Period);

        Assert.Equal(TestQueries.Period, query.Period);
        Assert.Equal([SessionMetrics.PlaybackScore, .. SessionFields.Standard], query.Columns);
        Assert.Empty(query.Filters);
        Assert.Empty(query.Conditions);
        Assert.Equal(SessionType.Ended, query.SessionType);
        Assert.False(query.AllStatuses);
        Assert.Null(query.SortField);
        Assert.False(query.SortDescending);
        Assert.Equal(0, query.Offset);
        Assert.Null(query.MaxSessions);
    }

    [Fact]
    public void For_with_standard_field_as_primary_field_lists_it_once() =>
        Assert.Equal(
            "watchtime,starttime,endtime,assetname,sessionid,sourcetype",
            Columns(SessionQuery.For(SessionFields.WatchTime, TestQueries.Period)));

    [Fact]
    public void For_without_primary_field_or_period_throws()
    {
        Assert.Throws<ArgumentNullException>("lead", () => SessionQuery.For(null!, TestQueries.Period));
        Assert.Throws<ArgumentNullException>("period", () => SessionQuery.For(SessionMetrics.Errors, null!));
        Assert.Throws<ArgumentNullException>("period", () => TestQueries.Query.WithPeriod(null!));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Query_step_does_not_change_the_original_query(string step, Func<SessionQuery, SessionQuery> take)
    {
        var original = TestQueries
            .Query.Where(SessionDimensions.DeviceType.Is("tv"))
            .Where(SessionMetrics.Errors > 0)
            .WithParameter("businesserror", "true");
        var before = original.ToString();

        var changed = take(original);

        Assert.Equal(before, original.ToString());
        Assert.False(changed == original, $"{step} changed nothing.");
    }

    [Fact]
    public void Queries_derived_from_one_base_query_are_independent()
    {
        var tv = TestQueries.Query.Where(SessionDimensions.DeviceType.Is("tv"));

        var slow = tv.Where(SessionMetrics.StartupTime > TimeSpan.FromSeconds(5));
        var broken = tv.Where(SessionMetrics.FatalErrors > 0);

        Assert.Equal("latency>5", Assert.Single(slow.Conditions).ToString());
        Assert.Equal("fatalerrors>0", Assert.Single(broken.Conditions).ToString());
        Assert.Empty(tv.Conditions);
    }

    [Fact]
    public void WithPeriod_replaces_the_period_only()
    {
        var query = TestQueries.Query.Where(SessionDimensions.Cdn.Is("x")).Take(3);

        Assert.Equal(OtherPeriod, query.WithPeriod(OtherPeriod).Period);
        Assert.Equal(query, query.WithPeriod(OtherPeriod).WithPeriod(TestQueries.Period));
    }

    [Fact]
    public void Select_replaces_the_fields_after_the_primary_field()
    {
        Assert.Equal("latency,country,cdn", Columns(TestQueries.Query.Select(SessionDimensions.Country, SessionDimensions.Cdn)));
        Assert.Equal(
            "latency,cdn",
            Columns(TestQueries.Query.Select(SessionDimensions.Country).Select(new List<Field> { SessionDimensions.Cdn })));
        Assert.Equal("latency", Columns(TestQueries.Query.Select()));
        Assert.Equal(
            "latency,cdn",
            Columns(TestQueries.Query.Select(SessionDimensions.Cdn, SessionMetrics.StartupTime, SessionDimensions.Cdn)));
    }

    [Fact]
    public void Select_and_Include_do_not_change_the_array_of_the_caller()
    {
        Field[] columns = new Metric<long>[] { SessionMetrics.Errors, SessionMetrics.Errors, SessionMetrics.FatalErrors };

        Assert.Equal("latency,errors,fatalerrors", Columns(TestQueries.Query.Select(columns)));
        Assert.Equal($"latency,{Standard},errors,fatalerrors", Columns(TestQueries.Query.Include(columns)));
        Assert.Equal(["errors", "errors", "fatalerrors"], columns.Select(column => column.Name));
    }

    [Fact]
    public void Select_keeps_the_fields_of_conditions_and_order_for_any_order_of_the_steps()
    {
        var before = TestQueries.Query.Where(SessionMetrics.Errors > 0).OrderBy(SessionFields.EndTime).Select(SessionDimensions.Cdn);
        var after = TestQueries.Query.Select(SessionDimensions.Cdn).Where(SessionMetrics.Errors > 0).OrderBy(SessionFields.EndTime);

        Assert.Equal("latency,cdn,errors,endtime", Columns(before));
        Assert.Equal("latency,cdn,errors,endtime", Columns(after));
    }

    [Fact]
    public void Select_adds_no_field_for_filters_and_raw_conditions() =>
        Assert.Equal(
            "latency,cdn",
            Columns(
                TestQueries.Query.Where(SessionDimensions.Country.Is("US"))
                    .Where(MetricCondition.Raw("errors>0"))
                    .Select(SessionDimensions.Cdn)));

    [Fact]
    public void Include_adds_fields_and_ignores_duplicates()
    {
        Assert.Equal(
            $"latency,{Standard},country,cdn",
            Columns(TestQueries.Query.Include(SessionDimensions.Country, SessionDimensions.Cdn)));
        Assert.Equal(
            $"latency,{Standard},country",
            Columns(
                TestQueries.Query.Include(SessionDimensions.Country)
                    .Include(
                        new List<Field>
                        {
                            SessionDimensions.Country,
                            SessionMetrics.StartupTime,
                            SessionDimensions.Text("assetname"),
                        })));
        Assert.Equal(TestQueries.Query, TestQueries.Query.Include());
    }

    [Fact]
    public void Select_and_Include_with_null_field_throw()
    {
        Assert.Throws<ArgumentNullException>("columns", () => TestQueries.Query.Select((Field[])null!));
        Assert.Throws<ArgumentNullException>("columns", () => TestQueries.Query.Include((IEnumerable<Field>)null!));
        Assert.StartsWith(
            "Field 1 is null.",
            Assert.Throws<ArgumentException>("columns", () => TestQueries.Query.Select(SessionDimensions.Cdn, null!)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("columns", () => TestQueries.Query.Include(new Field[] { null! }));
    }

    [Fact]
    public void Where_keeps_filters_in_order_and_adds_no_field()
    {
        var query = TestQueries
            .Query.Where(SessionDimensions.Country.In("US", "Canada"))
            .Where(SessionDimensions.OperatingSystem.Is("Android"));

        Assert.Equal(
            [SessionDimensions.Country, SessionDimensions.OperatingSystem],
            query.Filters.Select(filter => filter.Dimension));
        Assert.Equal("[country=US|Canada][platform=Android]", Value(query, "filter"));
        Assert.Equal(TestQueries.Query.Columns, query.Columns);
    }

    [Fact]
    public void Where_with_second_filter_on_a_dimension_throws_and_suggests_In()
    {
        var query = TestQueries.Query.Where(SessionDimensions.SubscriberId.Is("jane"));

        var refused = Assert.Throws<ArgumentException>(
            "filter",
            () => query.Where(SessionDimensions.Text("subscriberid").Is("john")));

        Assert.Contains("In(", refused.Message, StringComparison.Ordinal);
        Assert.Contains("subscriberid", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("john", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_accepts_raw_filters_repeatedly() =>
        Assert.Equal(
            "[cdn=a][cdn=b][cdn=b]",
            Value(
                TestQueries.Query.Where(SessionDimensions.Cdn.Is("a"))
                    .Where(DimensionFilter.Raw("[cdn=b]"))
                    .Where(DimensionFilter.Raw("[cdn=b]")),
                "filter"));

    [Fact]
    public void Where_joins_conditions_by_AND_and_adds_their_metrics()
    {
        var query = TestQueries
            .Query.Where(SessionMetrics.StartupTime > TimeSpan.FromSeconds(3))
            .Where(SessionMetrics.BufferingTimePercentage > 5)
            .Where(SessionMetrics.BufferingTimePercentage <= 50)
            .Where(MetricCondition.Raw("errors<>0"));

        Assert.Equal("latency>3 AND bufferingratio>5 AND bufferingratio<=50 AND errors<>0", Value(query, "qoefilter"));
        Assert.Equal($"latency,{Standard},bufferingratio", Columns(query));
        Assert.Equal(4, query.Conditions.Count);
    }

    [Fact]
    public void Where_with_null_throws()
    {
        Assert.Throws<ArgumentNullException>("filter", () => TestQueries.Query.Where((DimensionFilter)null!));
        Assert.Throws<ArgumentNullException>("condition", () => TestQueries.Query.Where((MetricCondition)null!));
    }

    [Fact]
    public void WithoutFilters_removes_the_filter_and_the_conditions_of_a_field()
    {
        var query = TestQueries
            .Query.Where(SessionDimensions.Country.Is("US"))
            .Where(SessionDimensions.Cdn.Is("x"))
            .Where(DimensionFilter.Raw("[country=US]"))
            .Where(SessionMetrics.Errors > 0)
            .Where(SessionMetrics.Errors < 9)
            .Where(SessionMetrics.FatalErrors > 0);

        var narrowed = query.WithoutFilters(SessionDimensions.Country).WithoutFilters(SessionMetrics.Errors);

        Assert.Equal("[cdn=x][country=US]", Value(narrowed, "filter"));
        Assert.Equal("fatalerrors>0", Value(narrowed, "qoefilter"));
        Assert.Equal(query.Columns, narrowed.Columns);
        Assert.Equal("[cdn=x][country=US][country=DE]", Value(narrowed.Where(SessionDimensions.Country.Is("DE")), "filter"));
        Assert.Equal(TestQueries.Query, TestQueries.Query.WithoutFilters(SessionDimensions.Country));
        Assert.Throws<ArgumentNullException>("field", () => TestQueries.Query.WithoutFilters(null!));
    }

    [Fact]
    public void OrderBy_is_ascending_and_adds_its_field()
    {
        var query = TestQueries.Query.OrderBy(SessionMetrics.Errors);

        Assert.Equal(SessionMetrics.Errors, query.SortField);
        Assert.False(query.SortDescending);
        Assert.Equal($"latency,{Standard},errors", Columns(query));
        Assert.Equal("asc", Value(query, "order"));
        Assert.True(TestQueries.Query.OrderByDescending(SessionMetrics.Errors).SortDescending);
        Assert.Throws<ArgumentNullException>("field", () => TestQueries.Query.OrderBy(null!));
        Assert.Throws<ArgumentNullException>("field", () => TestQueries.Query.OrderByDescending(null!));
    }

    [Fact]
    public void OrderBy_replaces_an_earlier_order()
    {
        var query = TestQueries.Query.OrderByDescending(SessionMetrics.Errors).OrderBy(SessionFields.StartTime);

        Assert.Equal("starttime", Value(query, "orderby"));
        Assert.Equal("asc", Value(query, "order"));
    }

    [Fact]
    public void Skip_and_Take_out_of_range_throw()
    {
        Assert.Equal(int.MaxValue, TestQueries.Query.Skip(int.MaxValue).Offset);
        Assert.Equal(0, TestQueries.Query.Skip(5).Skip(0).Offset);
        Assert.Equal(1, TestQueries.Query.Take(9).Take(1).MaxSessions);
        Assert.Equal(int.MaxValue, TestQueries.Query.Take(int.MaxValue).MaxSessions);
        Assert.Throws<ArgumentOutOfRangeException>("sessions", () => TestQueries.Query.Skip(-1));
        Assert.Throws<ArgumentOutOfRangeException>("sessions", () => TestQueries.Query.Take(0));
        Assert.Throws<ArgumentOutOfRangeException>("sessions", () => TestQueries.Query.Take(-1));
    }

    [Fact]
    public void WithSessionType_and_WithAllStatuses_can_be_reverted()
    {
        Assert.Equal(SessionType.Started, TestQueries.Query.WithSessionType(SessionType.Started).SessionType);
        Assert.Equal(TestQueries.Query, TestQueries.Query.WithSessionType(SessionType.Started).WithSessionType(SessionType.Ended));
        Assert.True(TestQueries.Query.WithAllStatuses().AllStatuses);
        Assert.Equal(TestQueries.Query, TestQueries.Query.WithAllStatuses().WithAllStatuses(false));
        Assert.StartsWith(
            "A session type must be Ended or Started.",
            Assert.Throws<ArgumentOutOfRangeException>("type", () => TestQueries.Query.WithSessionType((SessionType)2)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void SessionQuery_equality_compares_the_parameters()
    {
        var query = TestQueries.Query.Where(SessionDimensions.Cdn.Is("x")).Take(5);
        var same = TestQueries.Query.Take(5).Where(SessionDimensions.Text("cdn").In("x", "x"));

        Assert.True(query == same);
        Assert.False(query != same);
        Assert.True(query.Equals((object)same));
        Assert.Equal(query.GetHashCode(), same.GetHashCode());
        Assert.True(query != same.Take(6));
        Assert.False(query.Equals(null));
        Assert.False(query.Equals("x"));
        Assert.False(query == null);
        Assert.False(null == query);
        Assert.True((SessionQuery?)null == null);
    }

    private static string Columns(SessionQuery query)
    {
        var names = string.Join(',', query.Columns.Select(column => column.Name));
        Assert.Equal(names, Value(query, "metrics"));
        return names;
    }

    private static string Value(SessionQuery query, string name) =>
        Assert.Single(query.ToParameters(), parameter => parameter.Key == name).Value;
}
