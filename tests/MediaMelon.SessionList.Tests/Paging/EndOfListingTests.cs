using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class EndOfListingTests
{
    [Theory]
    [InlineData(1000, 0, 0, 0, false)] // an empty page is the end, whatever a counter reports
    [InlineData(1000, 0, 5000, 0, false)]
    [InlineData(1000, 1000, 0, 0, true)] // full: there may be more
    [InlineData(1000, 1000, 1000, 0, true)] // a counter that reports no more rows does not end the listing
    [InlineData(1000, 1200, 0, 0, true)] // longer than requested: all rows are kept
    [InlineData(1000, 999, 0, 0, false)] // short: the end
    [InlineData(1000, 999, 999, 0, false)]
    [InlineData(1000, 500, 501, 0, true)] // short, but a counter reports more
    [InlineData(1000, 501, 501, 0, false)]
    [InlineData(1000, 500, 500, 0, true)] // short, but a round number may be a cap, whatever a counter reports
    [InlineData(1000, 500, 500, 1000, true)]
    [InlineData(1000, 50, 0, 0, true)]
    [InlineData(1000, 950, 0, 0, true)]
    [InlineData(1000, 49, 0, 0, false)]
    [InlineData(100, 60, 0, 0, false)]
    [InlineData(1001, 501, 0, 0, true)] // short, but the server may cap such a large limit
    [InlineData(5000, 1000, 0, 1000, true)] // no earlier page was longer: the limit may still be capped
    [InlineData(5000, 999, 0, 1000, false)] // an earlier page was longer: the limit is not capped
    public void EndOfListing_HasMore_for_a_page_returns_whether_more_rows_can_follow(
        int limit, int received, long reported, int longestBefore, bool hasMore) =>
        Assert.Equal(hasMore, EndOfListing.HasMore(new(0, limit), received, reported, longestBefore));

    [Fact]
    public void EndOfListing_HasMore_compares_the_reported_count_with_the_offset_after_the_page() =>
        Assert.False(EndOfListing.HasMore(new(2000, 1000), 501, 2501, 1000));

    [Fact]
    public void EndOfListing_HasMore_page_of_the_capped_size_is_full() =>
        Assert.True(EndOfListing.HasMore(new(2000, 1000) { Expected = 7 }, 7, 0, 7));

    [Theory]
    [InlineData(200, 300L, true)]
    [InlineData(300, 300L, false)]
    [InlineData(301, 300L, false)] // rows were added since
    [InlineData(200, null, false)] // no counter is present
    public void EndOfListing_IsEarly_is_true_when_all_counters_report_more_rows(long position, long? agreed, bool isEarly) =>
        Assert.Equal(isEarly, EndOfListing.IsEarly(position, agreed));
}
