using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class EndRuleTests
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
    [InlineData(1000, 500, 500, 0, false)]
    [InlineData(1001, 500, 0, 0, true)] // short, but so large a limit may have been cut
    [InlineData(5000, 1000, 0, 1000, true)] // no earlier page was longer: still cut, perhaps
    [InlineData(5000, 999, 0, 1000, false)] // an earlier page was longer: this one is just short
    public void Tells_whether_more_may_follow(int limit, int received, long claimed, int longestBefore, bool goesOn) =>
        Assert.Equal(goesOn, EndRule.GoesOn(new(0, limit), received, claimed, longestBefore));

    [Fact]
    public void A_counter_is_compared_with_the_offset_reached() =>
        Assert.False(EndRule.GoesOn(new(2000, 1000), 500, 2500, 1000));
}
