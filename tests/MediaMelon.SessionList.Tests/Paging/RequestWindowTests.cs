using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class RequestWindowTests
{
    [Theory]
    [InlineData(8, 1, 4)]
    [InlineData(8, 2, 2)]
    [InlineData(8, 9, 1)]
    [InlineData(1, 1, 1)]
    public void Halves_with_every_complaint_and_never_stops(int largest, int complaints, int size)
    {
        var window = new RequestWindow(largest);
        for (var i = 0; i < complaints; i++)
            window.Count(throttledAttempts: 1);

        Assert.Equal(size, window.Size);
    }

    [Fact]
    public void Grows_back_by_one_for_every_ten_pages_in_peace()
    {
        var window = new RequestWindow(8);
        window.Count(1);

        for (var page = 0; page < RequestWindow.PagesPerStep; page++)
        {
            Assert.Equal(4, window.Size);
            window.Count(0);
        }

        Assert.Equal(5, window.Size);

        for (var page = 0; page < 100; page++)
            window.Count(0);

        Assert.Equal(8, window.Size);
    }
}
