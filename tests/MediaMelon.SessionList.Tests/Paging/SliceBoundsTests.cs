using MediaMelon.SessionList.Paging;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class SliceBoundsTests
{
    // Each session starts in one slice and ends in another.
    [Theory]
    [InlineData(SessionType.Started, 10, 25, true)]
    [InlineData(SessionType.Started, 19.9, 25, true)]
    [InlineData(SessionType.Started, 9.9, 15, false)]
    [InlineData(SessionType.Started, 20, 25, false)]
    [InlineData(SessionType.Ended, 5, 10, true)]
    [InlineData(SessionType.Ended, 5, 19.9, true)]
    [InlineData(SessionType.Ended, 5, 9.9, false)]
    [InlineData(SessionType.Ended, 15, 20, false)]
    public void Slice_contains_session_by_the_time_of_the_session_type(SessionType type, double start, double end, bool isKept)
    {
        var slice = new Slice(1, TestListing.Query.WithSessionType(type), TestListing.At(10), TestListing.At(20));

        Assert.Equal(isKept, slice.Contains(new VideoSession { StartTime = TestListing.At(start), EndTime = TestListing.At(end) }));
        Assert.Null(slice.Contains(new VideoSession()));
    }
}
