namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The query snippets of the README and docs/queries.md, with the three examples of the vendor's page.</summary>
public sealed class QueryExamples
{
    private static readonly SessionPeriod Day = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

    [Fact]
    public void Query_for_the_highest_startup_delay_matches_the_vendor_example()
    {
        // begin: slowest-starts
        var slowestStarts = SessionQuery.For(SessionMetrics.StartupTime, Day)
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(25);
        // end: slowest-starts

        Assert.Equal(
            "period=start=1775749962,end=1775836362&metrics=latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype"
            + "&aggby=sessionid&orderby=latency&order=desc&limit=25",
            slowestStarts.ToString());
    }

    [Fact]
    public void Query_for_severe_buffering_on_Android_matches_the_vendor_example()
    {
        // begin: android-buffering
        var androidBuffering = SessionQuery.For(SessionMetrics.RebufferingPercentage, Day)
            .Where(SessionDimensions.OperatingSystem.Is("Android"))
            .Where(SessionMetrics.RebufferingPercentage > 10)
            .OrderByDescending(SessionMetrics.RebufferingPercentage)
            .Take(25);
        // end: android-buffering

        Assert.Equal(
            "period=start=1775749962,end=1775836362&metrics=cirrbufferingratio,starttime,endtime,assetname,watchtime,sessionid,sourcetype"
            + "&aggby=sessionid&filter=[platform=Android]&qoefilter=cirrbufferingratio>10&orderby=cirrbufferingratio&order=desc&limit=25",
            androidBuffering.ToString());
    }

    [Fact]
    public void Query_for_one_subscriber_matches_the_vendor_example()
    {
        // begin: one-subscriber
        var oneSubscriber = SessionQuery.For(SessionMetrics.PlaybackScore, Day)
            .Where(SessionDimensions.SubscriberId.Is("user-12345"))
            .OrderByDescending(SessionFields.StartTime);
        // end: one-subscriber

        Assert.Equal(
            "period=start=1775749962,end=1775836362&metrics=qualityofexperience,starttime,endtime,assetname,watchtime,sessionid,sourcetype"
            + "&aggby=sessionid&filter=[subscriberid=user-12345]&orderby=starttime&order=desc",
            oneSubscriber.ToString());
    }

    [Fact]
    public void Query_steps_keep_the_original_and_Parse_reads_a_URL()
    {
        // begin: fork
        var yesterday = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9)))
            .Where(SessionDimensions.Country.In("US", "Canada"));

        var onAndroid = yesterday.Where(SessionDimensions.OperatingSystem.Is("Android"));
        var slow = onAndroid.Where(SessionMetrics.StartupTime > TimeSpan.FromSeconds(3)); // yesterday and onAndroid do not change
        // end: fork

        Assert.Empty(yesterday.Conditions);
        Assert.Single(slow.Conditions);

        // begin: parse
        var query = SessionQuery.Parse("https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832"
            + "?period=start=1775749962,end=1775836362&metrics=latency,sessionid&filter=[platform=Android]&limit=25");

        Console.WriteLine(query.ToCurl(new Uri("https://smartsight3.mediamelon.com"), customerId: 199493832));
        // end: parse

        Assert.Equal(25, query.MaxSessions);
    }

    [Fact]
    public void Query_accepts_custom_fields_and_parameters()
    {
        var yesterday = Day;

        // begin: own-columns
        var joinTime = SessionMetrics.Seconds("join_time");
        var city = SessionDimensions.Text("city");

        var query = SessionQuery.For(joinTime, yesterday)
            .Select(SessionFields.SessionId, city)
            .Where(joinTime > TimeSpan.FromSeconds(2))
            .WithParameter("businesserror", "true");

        string Describe(VideoSession session) =>
            session.TryGet(joinTime, out var time) && session.TryGet(city, out var where) ? $"{where}: {time.TotalSeconds} s" : "unknown";
        // end: own-columns

        Assert.Equal("join_time,sessionid,city", string.Join(',', query.Columns));
        Assert.Equal("unknown", Describe(new VideoSession()));
    }
}
