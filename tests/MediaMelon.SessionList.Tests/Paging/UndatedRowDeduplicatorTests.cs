using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class UndatedRowDeduplicatorTests
{
    [Fact]
    public void A_row_that_every_slice_brings_comes_once()
    {
        var rows = new UndatedRowDeduplicator();
        var running = new VideoSession { SessionId = "running" };

        var came = Enumerable.Range(0, 20).Select(slice => rows.IsNew(running, slice)).ToList();

        Assert.Equal([true, .. Enumerable.Repeat(false, 19)], came);
    }

    [Fact]
    public void What_no_slice_near_has_brought_is_forgotten()
    {
        var rows = new UndatedRowDeduplicator();
        var session = new VideoSession { SessionId = "a" };

        Assert.True(rows.IsNew(session, 0));
        Assert.False(rows.IsNew(session, 2));
        Assert.True(rows.IsNew(session, 5));
    }

    [Fact]
    public void Rows_without_an_id_all_come()
    {
        var rows = new UndatedRowDeduplicator();

        Assert.True(rows.IsNew(new VideoSession(), 0));
        Assert.True(rows.IsNew(new VideoSession(), 1));
    }
}
