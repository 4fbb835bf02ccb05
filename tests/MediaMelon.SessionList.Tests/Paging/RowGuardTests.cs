using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class RowGuardTests
{
    [Fact]
    public void A_row_of_the_last_two_pages_came_before()
    {
        var guard = new RowGuard();

        Assert.Null(guard.Remember(Page("a", "b"), 2));
        Assert.Null(guard.Remember(Page("c", "d"), 2));
        Assert.Equal([0, 1], guard.Remember(Page("b", "d", "e"), 3)!.Order());
        Assert.Null(guard.Remember(Page("a"), 3));
    }

    [Fact]
    public void What_repeats_itself_within_one_answer_is_the_services_word() =>
        Assert.Null(new RowGuard().Remember(Page("a", "a"), 2));

    [Fact]
    public void What_repeats_itself_and_came_before_is_dropped_twice()
    {
        var guard = new RowGuard();
        guard.Remember(Page("a"), 1);

        Assert.Equal(2, guard.Remember(Page("a", "a"), 2)!.Count);
    }

    private static VideoSession[] Page(params string[] ids) => [.. ids.Select(id => new VideoSession { SessionId = id })];
}
