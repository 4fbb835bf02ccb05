using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class EndOfListingTests
{
    [Theory]
    [InlineData(1000, 0, 0, 0, false)] // nothing came: the end, whatever a counter claims
    [InlineData(1000, 0, 5000, 0, false)]
    [InlineData(1000, 1000, 0, 0, true)] // full: there may be more
    [InlineData(1000, 1000, 1000, 0, true)] // a counter that claims no more ends nothing
    [InlineData(1000, 1200, 0, 0, true)] // longer than asked for: taken as it is
    [InlineData(1000, 999, 0, 0, false)] // short: the end
    [InlineData(1000, 999, 999, 0, false)]
    [InlineData(1000, 500, 501, 0, true)] // short, but a counter claims more
    [InlineData(1000, 501, 501, 0, false)]
    [InlineData(1000, 500, 500, 0, true)] // short, but a round number may be a cap, whatever a counter claims
    [InlineData(1000, 500, 500, 1000, true)]
    [InlineData(1000, 50, 0, 0, true)]
    [InlineData(1000, 950, 0, 0, true)]
    [InlineData(1000, 49, 0, 0, false)]
    [InlineData(100, 60, 0, 0, false)]
    [InlineData(1001, 501, 0, 0, true)] // short, but so large a limit may have been cut
    [InlineData(5000, 1000, 0, 1000, true)] // no earlier page was longer: still cut, perhaps
    [InlineData(5000, 999, 0, 1000, false)] // an earlier page was longer: this one is just short
    public void Tells_whether_more_may_follow(int limit, int received, long claimed, int longestBefore, bool goesOn) =>
        Assert.Equal(goesOn, EndOfListing.HasMore(new(0, limit), received, claimed, longestBefore));

    [Fact]
    public void A_counter_is_compared_with_the_offset_reached() =>
        Assert.False(EndOfListing.HasMore(new(2000, 1000), 501, 2501, 1000));

    [Fact]
    public void A_page_is_full_where_it_has_the_capped_size() =>
        Assert.True(EndOfListing.HasMore(new(2000, 1000) { Expected = 7 }, 7, 0, 7));

    [Theory]
    [InlineData(200, 300L, true)]
    [InlineData(300, 300L, false)]
    [InlineData(301, 300L, false)] // rows that arrived since
    [InlineData(200, null, false)] // no counter says anything
    public void A_listing_ends_early_where_all_counters_claim_more(long position, long? agreed, bool isEarly) =>
        Assert.Equal(isEarly, EndOfListing.IsEarly(position, agreed));
}
