using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class UndatedRowDeduplicatorTests
{
    [Fact]
    public void UndatedRowDeduplicator_IsNew_row_of_every_slice_is_new_once()
    {
        var rows = new UndatedRowDeduplicator();
        var running = new VideoSession { SessionId = "running" };

        var results = Enumerable.Range(0, 20).Select(slice => rows.IsNew(running, slice)).ToList();

        Assert.Equal([true, .. Enumerable.Repeat(false, 19)], results);
    }

    [Fact]
    public void UndatedRowDeduplicator_IsNew_row_of_a_distant_slice_is_new_again()
    {
        var rows = new UndatedRowDeduplicator();
        var session = new VideoSession { SessionId = "a" };

        Assert.True(rows.IsNew(session, 0));
        Assert.False(rows.IsNew(session, 2));
        Assert.True(rows.IsNew(session, 5));
    }

    [Fact]
    public void UndatedRowDeduplicator_IsNew_row_without_an_id_is_always_new()
    {
        var rows = new UndatedRowDeduplicator();

        Assert.True(rows.IsNew(new VideoSession(), 0));
        Assert.True(rows.IsNew(new VideoSession(), 1));
    }
}
