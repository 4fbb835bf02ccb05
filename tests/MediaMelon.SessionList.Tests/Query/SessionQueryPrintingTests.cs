using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

public sealed class SessionQueryPrintingTests
{
    private const string Columns = "latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype";

    private static readonly Uri Vendor = new("https://smartsight3.mediamelon.com");

    public static TheoryData<string, string> Addresses { get; } =
        new()
        {
            { "https://smartsight3.mediamelon.com", "https://smartsight3.mediamelon.com/mm-apis/listsessions/42?" },
            { "https://smartsight3.mediamelon.com/", "https://smartsight3.mediamelon.com/mm-apis/listsessions/42?" },
            { "https://proxy.example.org/media/melon", "https://proxy.example.org/media/melon/mm-apis/listsessions/42?" },
            { "https://proxy.example.org/media/melon/", "https://proxy.example.org/media/melon/mm-apis/listsessions/42?" },
            { "http://localhost:8080", "http://localhost:8080/mm-apis/listsessions/42?" },
            { "http://[::1]:8080/", "http://[::1]:8080/mm-apis/listsessions/42?" },
        };

    [Fact]
    public void ToParameters_of_a_plain_query_returns_period_metrics_and_aggby_only() =>
        Assert.Equal(
            [new("period", "start=1775749962,end=1775836362"), new("metrics", Columns), new("aggby", "sessionid")],
            TestQueries.Query.ToParameters());

    [Fact]
    public void ToParameters_returns_the_order_of_the_vendor_for_any_order_of_the_steps() =>
        Assert.Equal(
            [
                new("period", "start=1775749962,end=1775836362"),
                new("metrics", "latency,country,errors,playdur"),
                new("aggby", "sessionid"),
                new("sessiontype", "started"),
                new("allstatus", "1"),
                new("filter", "[platform=Android][country=US|Canada]"),
                new("qoefilter", "errors>0 AND playdur<=1.5"),
                new("orderby", "errors"),
                new("order", "desc"),
                new("limit", "25"),
                new("offset", "50"),
                new("zulu", "1"),
                new("alpha", ""),
            ],
            TestQueries.Query.WithParameter("zulu", "0")
                .WithParameter("alpha", "")
                .Skip(50)
                .Take(25)
                .OrderByDescending(SessionMetrics.Errors)
                .Where(SessionMetrics.Errors > 0)
                .Where(SessionMetrics.Playtime <= TimeSpan.FromSeconds(90))
                .Where(SessionDimensions.OperatingSystem.Is("Android"))
                .Where(SessionDimensions.Country.In("US", "Canada"))
                .WithAllStatuses()
                .WithSessionType(SessionType.Started)
                .Select(SessionDimensions.Country)
                .WithParameter("zulu", "1")
                .ToParameters());

    [Theory]
    [InlineData("%", "%25")]
    [InlineData("&", "%26")]
    [InlineData("+", "%2B")]
    [InlineData("#", "%23")]
    [InlineData("%2B", "%252B")]
    [InlineData("a=b, c;é \ud83d\ude00'\"<>\\/?:@", "a=b, c;é \ud83d\ude00'\"<>\\/?:@")]
    public void SessionQuery_ToString_escapes_four_characters_only(string value, string text)
    {
        Assert.EndsWith($"&x={text}", TestQueries.Query.WithParameter("x", value).ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"&filter={text}", TestQueries.Query.Where(DimensionFilter.Raw(value)).ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"&qoefilter={text}", TestQueries.Query.Where(MetricCondition.Raw(value)).ToString(), StringComparison.Ordinal);
        Assert.Equal(value, TestQueries.Query.WithParameter("x", value).ToParameters()[^1].Value);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ToUri_and_ToCurl_keep_the_path_of_the_base_address(string address, string endpoint)
    {
        var url = TestQueries.Query.ToUri(new Uri(address), 42);

        Assert.StartsWith(endpoint + "period=", url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains($"'{endpoint}period=", TestQueries.Query.ToCurl(new Uri(address), 42), StringComparison.Ordinal);
    }

    [Fact]
    public void ToUri_returns_a_fully_percent_encoded_URL()
    {
        var query = TestQueries
            .Query.Select(SessionDimensions.Country)
            .Where(SessionDimensions.Country.In("US", "Côte d'Ivoire"))
            .Where(SessionMetrics.StartupTime > TimeSpan.FromSeconds(1.5))
            .WithParameter("x", "a+b&c=d#e%f/g?h");

        Assert.Equal(
            "https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832"
                + "?period=start%3D1775749962%2Cend%3D1775836362&metrics=latency%2Ccountry&aggby=sessionid"
                + "&filter=%5Bcountry%3DUS%7CC%C3%B4te%20d%27Ivoire%5D&qoefilter=latency%3E1.5&x=a%2Bb%26c%3Dd%23e%25f%2Fg%3Fh",
            query.ToUri(Vendor, 199493832).AbsoluteUri);
    }

    [Theory]
    [InlineData("/relative", "The address must be an absolute https or http address, such as https://smartsight3.mediamelon.com.")]
    [InlineData("https://smartsight3.mediamelon.com/?a=b", "The address must not contain a query or a fragment ('?' or '#').")]
    [InlineData("https://user:secret@smartsight3.mediamelon.com/", "The address must not contain a user name or a password.")]
    public void ToUri_with_invalid_base_address_throws_with_the_reason(string address, string sentence) =>
        Assert.StartsWith(
            sentence,
            Assert.Throws<ArgumentException>(() => TestQueries.Query.ToUri(new Uri(address, UriKind.RelativeOrAbsolute), 42)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("ftp://smartsight3.mediamelon.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("smartsight3.mediamelon.com")]
    [InlineData("https://smartsight3.mediamelon.com?a=b")]
    [InlineData("https://smartsight3.mediamelon.com/?")]
    [InlineData("https://smartsight3.mediamelon.com/#x")]
    [InlineData("https://smartsight3.mediamelon.com/#")]
    [InlineData("https://user:secret@smartsight3.mediamelon.com/")]
    public void ToUri_and_ToCurl_with_invalid_base_address_throw(string address)
    {
        var baseAddress = new Uri(address, UriKind.RelativeOrAbsolute);

        var refused = Assert.Throws<ArgumentException>("baseAddress", () => TestQueries.Query.ToUri(baseAddress, 42));
        Assert.Throws<ArgumentException>("baseAddress", () => TestQueries.Query.ToCurl(baseAddress, 42));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToUri_and_ToCurl_without_base_address_or_customer_throw()
    {
        Assert.Throws<ArgumentNullException>("baseAddress", () => TestQueries.Query.ToUri(null!, 42));
        Assert.Throws<ArgumentNullException>("baseAddress", () => TestQueries.Query.ToCurl(null!, 42));
        Assert.Throws<ArgumentOutOfRangeException>("customerId", () => TestQueries.Query.ToUri(Vendor, 0));
        Assert.Throws<ArgumentOutOfRangeException>("customerId", () => TestQueries.Query.ToCurl(Vendor, -5));
    }

    [Theory]
    [InlineData("businesserror", "true")]
    [InlineData("granularity", "")]
    [InlineData("x.y-z_1", " blanks at both ends ")]
    public void WithParameter_keeps_name_and_value_unchanged(string name, string value) =>
        Assert.Equal(KeyValuePair.Create(name, value), TestQueries.Query.WithParameter(name, value).ToParameters()[^1]);

    [Fact]
    public void WithParameter_with_repeated_name_replaces_the_value_and_keeps_the_position() =>
        Assert.EndsWith(
            "&a=3&b=2&A=4",
            TestQueries.Query.WithParameter("a", "1").WithParameter("b", "2").WithParameter("a", "3").WithParameter("A", "4").ToString(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("period")]
    [InlineData("metrics")]
    [InlineData("aggby")]
    [InlineData("sessiontype")]
    [InlineData("allstatus")]
    [InlineData("filter")]
    [InlineData("qoefilter")]
    [InlineData("orderby")]
    [InlineData("order")]
    [InlineData("limit")]
    [InlineData("offset")]
    [InlineData("Limit")]
    public void WithParameter_with_name_of_a_query_parameter_throws(string parameter)
    {
        var refused = Assert.Throws<ArgumentException>("name", () => TestQueries.Query.WithParameter(parameter, "1"));

        Assert.Contains(parameter, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1x")]
    [InlineData("a b")]
    [InlineData("a&b")]
    [InlineData("a=b")]
    [InlineData("é")]
    public void WithParameter_with_invalid_name_throws(string given) =>
        Assert.Throws<ArgumentException>("name", () => TestQueries.Query.WithParameter(given, "1"));

    [Fact]
    public void WithParameter_with_control_characters_or_null_throws()
    {
        foreach (var text in new[] { "a\nb", "\0", "\u007f", "\u0085", "\ud800", "x\udfff" })
            Assert.Throws<ArgumentException>("value", () => TestQueries.Query.WithParameter("x", text));

        Assert.Throws<ArgumentNullException>("value", () => TestQueries.Query.WithParameter("x", null!));
        Assert.Throws<ArgumentNullException>("name", () => TestQueries.Query.WithParameter(null!, "x"));
    }
}
