namespace MediaMelon.SessionList.Tests.Query;

public sealed class VendorExamplesTests
{
    private static readonly SessionPeriod Period = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

    [Fact]
    public void Sessions_with_the_highest_startup_delay()
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, Period)
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(25);

        Assert.Equal(
            "period=start=1775749962,end=1775836362&metrics=latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype"
            + "&aggby=sessionid&orderby=latency&order=desc&limit=25",
            query.ToString());
    }

    [Fact]
    public void Sessions_with_severe_buffering_on_Android()
    {
        var query = SessionQuery.For(SessionMetrics.RebufferingPercentage, Period)
            .Where(SessionDimensions.OperatingSystem.Is("Android"))
            .Where(SessionMetrics.RebufferingPercentage > 10)
            .OrderByDescending(SessionMetrics.RebufferingPercentage)
            .Take(25);

        Assert.Equal(
            "period=start=1775749962,end=1775836362&metrics=cirrbufferingratio,starttime,endtime,assetname,watchtime,sessionid,sourcetype"
            + "&aggby=sessionid&filter=[platform=Android]&qoefilter=cirrbufferingratio>10&orderby=cirrbufferingratio&order=desc&limit=25",
            query.ToString());
    }

    [Fact]
    public void Sessions_of_one_subscriber()
    {
        var query = SessionQuery.For(SessionMetrics.PlaybackScore, Period)
            .Where(SessionDimensions.SubscriberId.Is("user-12345"))
            .OrderByDescending(SessionFields.StartTime);

        Assert.Equal(
            "period=start=1775749962,end=1775836362&metrics=qualityofexperience,starttime,endtime,assetname,watchtime,sessionid,sourcetype"
            + "&aggby=sessionid&filter=[subscriberid=user-12345]&orderby=starttime&order=desc",
            query.ToString());
    }
}
