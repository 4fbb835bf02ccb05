using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

public sealed class SessionQueryParseTests
{
    private const string Start = "period=start=1775749962,end=1775836362&metrics=latency";

    // The three requests of the vendor's page, unchanged.
    public static TheoryData<string, SessionQuery> VendorUrls { get; } =
        new()
        {
            {
                "https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832?period=start=1775749962,end=1775836362&metrics=latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype&aggby=sessionid&orderby=latency&order=desc&limit=25",
                SessionQuery.For(SessionMetrics.StartupTime, TestQueries.Period).OrderByDescending(SessionMetrics.StartupTime).Take(25)
            },
            {
                "https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832?period=start=1775749962,end=1775836362&metrics=cirrbufferingratio,starttime,endtime,assetname,watchtime,sessionid,sourcetype&aggby=sessionid&filter=[platform=Android]&qoefilter=cirrbufferingratio>10&orderby=cirrbufferingratio&order=desc&limit=25",
                SessionQuery
                    .For(SessionMetrics.RebufferingPercentage, TestQueries.Period)
                    .Where(SessionDimensions.OperatingSystem.Is("Android"))
                    .Where(SessionMetrics.RebufferingPercentage > 10)
                    .OrderByDescending(SessionMetrics.RebufferingPercentage)
                    .Take(25)
            },
            {
                "https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832?period=start=1775749962,end=1775836362&metrics=qualityofexperience,starttime,endtime,assetname,watchtime,sessionid,sourcetype&aggby=sessionid&filter=[subscriberid=user-12345]&orderby=starttime&order=desc",
                SessionQuery
                    .For(SessionMetrics.PlaybackScore, TestQueries.Period)
                    .Where(SessionDimensions.SubscriberId.Is("user-12345"))
                    .OrderByDescending(SessionFields.StartTime)
            },
        };

    // The invalid text, and the parameter in the message.
    public static TheoryData<string, string> InvalidQueries { get; } =
        new()
        {
            { "", "period" },
            { "metrics=latency", "period" },
            { "period=&metrics=latency", "period" },
            { "period&metrics=latency", "period" },
            { "period=yesterday&metrics=latency", "period" },
            { "period=start=5,end=4&metrics=latency", "period" },
            { "period=start=1775749962000,end=1775836362000&metrics=latency", "period" },
            { "period=start=1,end=2", "metrics" },
            { "period=start=1,end=2&metrics=", "metrics" },
            { "period=start=1,end=2&metrics=latency,", "metrics" },
            { "period=start=1,end=2&metrics=latency,1x", "metrics" },
            { "period=start=1,end=2&metrics=latency;country", "metrics" },
            { $"{Start}&aggby=country", "aggby" },
            { $"{Start}&aggby=timestamp", "aggby" },
            { $"{Start}&aggby=", "aggby" },
            { $"{Start}&sessiontype=running", "sessiontype" },
            { $"{Start}&sessiontype=", "sessiontype" },
            { $"{Start}&allstatus=2", "allstatus" },
            { $"{Start}&allstatus=true", "allstatus" },
            { $"{Start}&filter=%20", "filter" },
            { $"{Start}&filter=[cdn=a%0Ab]", "filter" },
            { $"{Start}&qoefilter=%20%20", "qoefilter" },
            { $"{Start}&qoefilter=latency%3E1%00", "qoefilter" },
            { $"{Start}&orderby=a b", "orderby" },
            { $"{Start}&orderby=latency,errors", "orderby" },
            { $"{Start}&orderby=latency&order=up", "order" },
            { $"{Start}&limit=0", "limit" },
            { $"{Start}&limit=-1", "limit" },
            { $"{Start}&limit=1.5", "limit" },
            { $"{Start}&limit=all", "limit" },
            { $"{Start}&limit=1,000", "limit" },
            { $"{Start}&limit=2147483648", "limit" },
            { $"{Start}&limit=\u0665", "limit" },
            { $"{Start}&offset=-1", "offset" },
            { $"{Start}&offset=x", "offset" },
            { $"{Start}&offset=2147483648", "offset" },
            { $"{Start}&limit=5&limit=6", "limit" },
            { $"{Start}&x=5&x=5", "x" },
            { $"{Start}&metrics=latency", "metrics" },
            { $"{Start}&Filter=[cdn=a]", "Filter" },
            { $"{Start}&filter=[cdn=a]&FILTER=[cdn=b]", "FILTER" },
            { $"{Start}&x=a%0Db", "x" },
            { $"{Start}&x=\ud83d", "x" },
        };

    [Theory]
    [MemberData(nameof(VendorUrls))]
    public void SessionQuery_Parse_accepts_the_examples_of_the_vendor(string url, SessionQuery expected)
    {
        var query = SessionQuery.Parse(url);

        Assert.Equal(expected, query);
        Assert.Equal(expected.Filters, query.Filters);
        Assert.Equal(expected.Conditions, query.Conditions);
        Assert.Equal(url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..], query.ToString());
    }

    [Theory]
    [MemberData(nameof(VendorUrls))]
    public void SessionQuery_Parse_accepts_the_examples_of_the_vendor_percent_encoded(string url, SessionQuery expected)
    {
        var parts = url.Split('?')[1].Split('&').Select(part => part.Split('=', 2)).ToList();
        var escaped = string.Join('&', parts.Select(part => $"{part[0]}={Uri.EscapeDataString(part[1])}"));
        var overEscaped = string.Join('&', parts.Select(part => $"{EscapeAll(part[0])}={EscapeAll(part[1])}"));

        Assert.Equal(expected, SessionQuery.Parse(escaped));
        Assert.Equal(expected, SessionQuery.Parse(overEscaped));
        Assert.Equal(expected, SessionQuery.Parse(overEscaped.ToLowerInvariant()));

        static string EscapeAll(string text) => string.Concat(text.Select(character => $"%{(int)character:X2}"));
    }

    [Theory]
    [InlineData(Start)]
    [InlineData("?" + Start)]
    [InlineData("/mm-apis/listsessions/1?" + Start)]
    [InlineData("http://localhost/mm-apis/listsessions/1?" + Start)]
    [InlineData("HTTPS://SMARTSIGHT3.MEDIAMELON.COM/mm-apis/listsessions/1?" + Start)]
    [InlineData("https://smartsight3.mediamelon.com/mm-apis/listsessions/1?" + Start + "#top")]
    [InlineData("  https://smartsight3.mediamelon.com/mm-apis/listsessions/1?" + Start)]
    [InlineData(Start + "\r\n")]
    [InlineData("\t" + Start + "\n\n")]
    [InlineData(Start + "&")]
    [InlineData("&&" + Start)]
    [InlineData("metrics=latency&period=start=1775749962,end=1775836362")]
    [InlineData("period=start%3d1775749962%2cend%3d1775836362&metrics=latency")]
    [InlineData("%70eriod=start=1775749962, end=1775836362&metrics= latency ")]
    [InlineData("metrics=latency,latency&period=start=1775749962,end=1775836362")]
    [InlineData(Start + "&aggby=sessionid")]
    [InlineData(Start + "&aggby=SessionID")]
    [InlineData(Start + "&sessiontype=ended&allstatus=0&offset=0")]
    [InlineData(Start + "&sessiontype=ENDED&allstatus= 0 ")]
    [InlineData(Start + "&filter=&qoefilter=")]
    [InlineData(Start + "&order=asc")]
    [InlineData(Start + "&order=DESC")]
    public void SessionQuery_Parse_accepts_equivalent_texts(string text)
    {
        Assert.Equal(TestQueries.Query.Select(), SessionQuery.Parse(text));
        Assert.True(SessionQuery.TryParse(text, out var query));
        Assert.Equal(TestQueries.Query.Select(), query);
    }

    [Fact]
    public void SessionQuery_Parse_reads_every_parameter()
    {
        var query = SessionQuery.Parse(
            $"{Start},country&sessiontype=Started&allstatus=1&filter=[country=US|Canada][islive=true]&qoefilter=latency>=1.5"
                + "&orderby=errors&order=ASC&limit=25&offset=50&businesserror=true");

        Assert.Equal(
            TestQueries.Query.Select(SessionDimensions.Country)
                .WithSessionType(SessionType.Started)
                .WithAllStatuses()
                .Where(SessionDimensions.Country.In("US", "Canada"))
                .Where(SessionDimensions.IsLive.Is(true))
                .Where(SessionMetrics.StartupTime >= TimeSpan.FromSeconds(1.5))
                .OrderBy(SessionMetrics.Errors)
                .Take(25)
                .Skip(50)
                .WithParameter("businesserror", "true"),
            query);
        Assert.Equal(["latency", "country", "errors"], query.Columns.Select(column => column.Name));
    }

    [Fact]
    public void SessionQuery_Parse_uses_the_fields_of_the_catalogues()
    {
        var query = SessionQuery.Parse("period=start=1,end=2&metrics=latency,starttime,islive,errors,mine");

        Assert.Same(SessionMetrics.StartupTime, query.Columns[0]);
        Assert.Same(SessionFields.StartTime, query.Columns[1]);
        Assert.Same(SessionDimensions.IsLive, query.Columns[2]);
        Assert.Same(SessionMetrics.Errors, query.Columns[3]);
        Assert.IsType<Dimension<string>>(query.Columns[4]);
    }

    [Fact]
    public void SessionQuery_Parse_orderby_without_order_is_descending() =>
        Assert.True(SessionQuery.Parse($"{Start}&orderby=latency").SortDescending);

    [Fact]
    public void SessionQuery_Parse_keeps_plus_signs()
    {
        var query = SessionQuery.Parse($"{Start}&filter=[assetname=Fast+Furious%2B%202]&x=a+b");

        Assert.Equal(["Fast+Furious+ 2"], Assert.Single(query.Filters).Values);
        Assert.Equal("a+b", query.ToParameters()[^1].Value);
    }

    [Fact]
    public void SessionQuery_Parse_decodes_escapes_once() =>
        Assert.Equal("%41", SessionQuery.Parse($"{Start}&x=%2541").ToParameters()[^1].Value);

    [Fact]
    public void SessionQuery_Parse_keeps_custom_parameters_in_order_and_accepts_empty_values() =>
        Assert.Equal(
            [new("zulu", ""), new("alpha", "a=b"), new("mike", "")],
            SessionQuery.Parse($"zulu&{Start}&alpha=a=b&limit=5&mike=").ToParameters().Skip(4));

    [Theory]
    [InlineData("[country=US]")]
    [InlineData("[country=US|Canada][platform=Android]")]
    [InlineData("[mine=a b, c]")]
    public void SessionQuery_Parse_filter_in_known_grammar_becomes_typed(string filter)
    {
        var query = SessionQuery.Parse($"{Start}&filter={filter}");

        Assert.All(query.Filters, part => Assert.NotNull(part.Dimension));
        Assert.Equal(filter, string.Concat(query.Filters));
        Assert.Throws<ArgumentException>(() => query.Where(query.Filters[0]));
    }

    [Theory]
    [InlineData("country=US")]
    [InlineData("[country!=US]")]
    [InlineData("[country=US] [platform=Android]")]
    [InlineData("[country=US],[platform=Android]")]
    [InlineData("[country=US][platform=Android")]
    [InlineData("[country=US][country=CA]")]
    [InlineData("[country=]")]
    [InlineData("[country=US|]")]
    [InlineData("[=US]")]
    [InlineData("[1=US]")]
    [InlineData("[]")]
    [InlineData("[country=US=CA]")]
    [InlineData("[[country=US]]")]
    [InlineData("city=Bengaluru | SanDiego, device= Smartphone")]
    [InlineData(" [country=US]")]
    public void SessionQuery_Parse_filter_in_unknown_grammar_stays_raw(string filter)
    {
        var query = SessionQuery.Parse($"{Start}&filter={filter}");

        Assert.Equal(DimensionFilter.Raw(filter), Assert.Single(query.Filters));
    }

    [Theory]
    [InlineData("latency>3 AND latency<=5")]
    [InlineData("latency>=0.5")]
    [InlineData("latency=-1")]
    public void SessionQuery_Parse_condition_in_known_grammar_becomes_typed(string conditions)
    {
        var query = SessionQuery.Parse($"{Start}&qoefilter={conditions}");

        Assert.All(query.Conditions, part => Assert.Equal(SessionMetrics.StartupTime, part.Metric));
        Assert.Equal(conditions, string.Join(" AND ", query.Conditions));
        Assert.Empty(query.WithoutFilters(SessionMetrics.StartupTime).Conditions);
    }

    [Theory]
    [InlineData("latency!=3")]
    [InlineData("latency <3")]
    [InlineData("latency> 3")]
    [InlineData("latency>3 OR latency<1")]
    [InlineData("latency>3 and latency<5")]
    [InlineData("latency>3,latency<5")]
    [InlineData("bufferingratio > 10 , buffcount > 1")]
    [InlineData("latency>1e3")]
    [InlineData("latency>1,5")]
    [InlineData("latency>")]
    [InlineData("latency>.5")]
    [InlineData("latency>5.")]
    [InlineData("latency>-")]
    [InlineData("latency>\u0663")]
    [InlineData("latency>3 AND ")]
    [InlineData(">3")]
    [InlineData("(latency>3)")]
    public void SessionQuery_Parse_condition_in_unknown_grammar_stays_raw(string conditions)
    {
        var query = SessionQuery.Parse($"{Start}&qoefilter={conditions}");

        Assert.Equal(MetricCondition.Raw(conditions), Assert.Single(query.Conditions));
        Assert.Equal("latency", Assert.Single(query.Columns).Name);
    }

    [Fact]
    public void SessionQuery_Parse_condition_on_a_metric_not_in_metrics_adds_no_field()
    {
        // An additional field would change the request that the text describes.
        var query = SessionQuery.Parse($"{Start}&qoefilter=errors>0");

        Assert.Equal("latency", Assert.Single(query.Columns).Name);
        Assert.Equal(MetricCondition.Raw("errors>0"), Assert.Single(query.Conditions));
    }

    [Theory]
    [MemberData(nameof(InvalidQueries), DisableDiscoveryEnumeration = true)]
    public void SessionQuery_Parse_with_invalid_text_throws_and_names_the_parameter(string text, string parameter)
    {
        var refused = Assert.Throws<FormatException>(() => SessionQuery.Parse(text));

        Assert.StartsWith($"{parameter}: ", refused.Message, StringComparison.Ordinal);
        Assert.False(SessionQuery.TryParse(text, out var query));
        Assert.Null(query);
    }

    [Theory]
    [InlineData("", "period: missing. It must have the format period=start=SECONDS,end=SECONDS.")]
    [InlineData("period=x", "period: 'x' is not a period. It must have the format start=SECONDS,end=SECONDS, in whole seconds since 1970.")]
    [InlineData("period=start=1,end=2", "metrics: missing. It must name at least one field.")]
    [InlineData(Start + "&aggby=country", "aggby: 'country' is not supported. Sessions are listed by sessionid.")]
    [InlineData(Start + "&sessiontype=x", "sessiontype: 'x' is neither ended nor started.")]
    [InlineData(Start + "&allstatus=2", "allstatus: '2' is neither 0 nor 1.")]
    [InlineData(Start + "&filter=%20", "filter: must not be white space.")]
    [InlineData(Start + "&orderby=latency&order=up", "order: 'up' is neither asc nor desc.")]
    [InlineData(Start + "&limit=0", "limit: '0' is not a number from 1 to 2147483647.")]
    [InlineData(Start + "&offset=x", "offset: 'x' is not a number from 0 to 2147483647.")]
    [InlineData(Start + "&x=1&x=2", "x: specified twice.")]
    [InlineData(Start + "&Limit=5", "Limit: use the name limit.")]
    [InlineData(Start + "&b c&b c", "A parameter is specified twice.")]
    [InlineData(Start + "&a&b c", "A parameter has an invalid name. If a value contains &, write it as %26.")]
    public void SessionQuery_Parse_with_invalid_text_throws_with_the_reason(string text, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => SessionQuery.Parse(text)).Message);

    [Fact]
    public void SessionQuery_Parse_accepts_the_smallest_limit_and_offset()
    {
        var query = SessionQuery.Parse($"{Start}&limit=1&offset=0");

        Assert.Equal((1, 0), (query.MaxSessions, query.Offset));
    }

    [Theory]
    [InlineData("&x y=1")]
    [InlineData("&filter=[subscriberid=tom&jerry@x.com]")]
    [InlineData("&filter=[subscriberid=tom&jerry@x.com&jerry@x.com&spike@x.com]")]
    public void SessionQuery_Parse_exception_omits_a_name_that_may_be_part_of_a_value(string text)
    {
        var refused = Assert.Throws<FormatException>(() => SessionQuery.Parse(Start + text));

        Assert.StartsWith("A parameter ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("jerry", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("x y", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832")]
    [InlineData("/mm-apis/listsessions/199493832#?period=start=1,end=2&metrics=latency")]
    public void SessionQuery_Parse_with_URL_without_query_string_throws(string url)
    {
        var refused = Assert.Throws<FormatException>(() => SessionQuery.Parse(url));

        Assert.Contains("query string", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SessionQuery_Parse_exception_does_not_contain_filter_values()
    {
        var refused = Assert.Throws<FormatException>(() => SessionQuery.Parse($"{Start}&filter=[subscriberid=jane%0Adoe]"));

        Assert.DoesNotContain("jane", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SessionQuery_Parse_with_null_throws()
    {
        Assert.Throws<ArgumentNullException>("text", () => SessionQuery.Parse(null!));
        Assert.False(SessionQuery.TryParse(null, out var query));
        Assert.Null(query);
    }
}
