using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Fields;

/// <summary>Compares the catalogues with the tables of the vendor's page, row by row.</summary>
public sealed class CatalogueTests
{
    // The label, the API name, and a condition that compares with one unit.
    public static TheoryData<string, string, MetricCondition> Metrics { get; } =
        new()
        {
            { "Startup time (sec)", "latency", SessionMetrics.StartupTime > TimeSpan.FromSeconds(1) },
            { "Rebuffering percentage (%)", "cirrbufferingratio", SessionMetrics.RebufferingPercentage > 1 },
            { "Buffering time percentage (%)", "bufferingratio", SessionMetrics.BufferingTimePercentage > 1 },
            { "Playback score", "qualityofexperience", SessionMetrics.PlaybackScore > 1 },
            { "Playtime (mins)", "playdur", SessionMetrics.Playtime > TimeSpan.FromMinutes(1) },
            { "CDN change rate", "cdn_change_rate", SessionMetrics.CdnChangeRate > 1 },
            { "Errors", "errors", SessionMetrics.Errors > 1 },
            { "Fatal errors", "fatalerrors", SessionMetrics.FatalErrors > 1 },
        };

    public static TheoryData<string, string, DimensionFilter> Dimensions { get; } =
        new()
        {
            { "Country", "country", SessionDimensions.Country.Is("x") },
            { "Device type", "device", SessionDimensions.DeviceType.Is("x") },
            { "Operating system", "platform", SessionDimensions.OperatingSystem.Is("x") },
            { "Player name", "player", SessionDimensions.PlayerName.Is("x") },
            { "CDN", "cdn", SessionDimensions.Cdn.Is("x") },
            { "Asset name", "assetname", SessionDimensions.AssetName.Is("x") },
            { "Source format", "sourcetype", SessionDimensions.SourceFormat.Is("x") },
            { "Is live stream", "islive", SessionDimensions.IsLive.Is(true) },
            { "View status", "status", SessionDimensions.ViewStatus.Is(new ViewStatus("x")) },
            { "Subscriber ID", "subscriberid", SessionDimensions.SubscriberId.Is("x") },
            { "Error code", "errorcode", SessionDimensions.ErrorCode.Is("x") },
            { "DRM", "drmprotection", SessionDimensions.Drm.Is("x") },
        };

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Catalogue_metric_has_the_name_and_unit_of_the_vendor(string label, string name, MetricCondition oneOfTheUnit)
    {
        Assert.Equal($"{name}>1", oneOfTheUnit.ToString());
        Assert.Equal(Position(Metrics, label), Names(SessionMetrics.All).IndexOf(name));
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Catalogue_dimension_has_the_name_of_the_vendor(string label, string name, DimensionFilter filter)
    {
        Assert.Equal($"[{name}={(name == "islive" ? "true" : "x")}]", filter.ToString());
        Assert.Equal(Position(Dimensions, label), Names(SessionDimensions.All).IndexOf(name));
    }

    [Fact]
    public void Catalogues_list_each_field_once_in_the_order_of_the_vendor()
    {
        Assert.Equal(
            [
                "latency", "cirrbufferingratio", "bufferingratio", "qualityofexperience", "playdur", "cdn_change_rate",
                "errors", "fatalerrors",
            ],
            Names(SessionMetrics.All));
        Assert.Equal(
            [
                "country", "device", "platform", "player", "cdn", "assetname", "sourcetype", "islive", "status",
                "subscriberid", "errorcode", "drmprotection",
            ],
            Names(SessionDimensions.All));
        Assert.Equal(
            ["starttime", "endtime", "assetname", "watchtime", "sessionid", "sourcetype"],
            Names(SessionFields.Standard));
    }

    [Fact]
    public void SessionFields_Standard_contains_the_instances_of_the_catalogue()
    {
        Assert.Collection(
            SessionFields.Standard,
            field => Assert.Same(SessionFields.StartTime, field),
            field => Assert.Same(SessionFields.EndTime, field),
            field => Assert.Same(SessionFields.AssetName, field),
            field => Assert.Same(SessionFields.WatchTime, field),
            field => Assert.Same(SessionFields.SessionId, field),
            field => Assert.Same(SessionFields.SourceFormat, field));
        Assert.Same(SessionDimensions.AssetName, SessionFields.AssetName);
        Assert.Same(SessionDimensions.SourceFormat, SessionFields.SourceFormat);
    }

    [Fact]
    public void WatchTime_condition_is_formatted_in_seconds() =>
        Assert.Equal("watchtime>90", (SessionFields.WatchTime > TimeSpan.FromMinutes(1.5)).ToString());

    [Fact]
    public void SessionId_can_be_filtered() => Assert.Equal("[sessionid=abc]", SessionFields.SessionId.Is("abc").ToString());

    [Fact]
    public void Custom_field_has_the_format_of_its_factory()
    {
        var duration = TimeSpan.FromSeconds(90);

        Assert.Equal("x>90", (SessionMetrics.Seconds("x") > duration).ToString());
        Assert.Equal("x>1.5", (SessionMetrics.Minutes("x") > duration).ToString());
        Assert.Equal("x>0.5", (SessionMetrics.Number("x") > 0.5).ToString());
        Assert.Equal("x>5", (SessionMetrics.Count("x") > 5).ToString());
        Assert.Equal("[x=false]", SessionDimensions.Flag("x").Is(false).ToString());
    }

    [Fact]
    public void Catalogues_are_immutable()
    {
        foreach (var catalogue in new[] { SessionMetrics.All, SessionDimensions.All, SessionFields.Standard, TestQueries.Query.Columns })
            Assert.False(catalogue is Field[] or List<Field>, "A cast would make the catalogue mutable.");
    }

    private static List<string> Names(IEnumerable<Field> fields) => [.. fields.Select(field => field.Name)];

    private static int Position<T>(TheoryData<string, string, T> rows, string label) =>
        rows.Select(row => row.Data.Item1).ToList().IndexOf(label);
}
