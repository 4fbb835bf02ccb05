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
    public void A_row_of_earlier_pages_is_forgotten()
    {
        var guard = new RowGuard();
        foreach (var id in (string[])["a", "b", "c", "d"])
            guard.Remember(Page(id), 1);

        Assert.Null(guard.Remember(Page("a"), 1));
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

    [Theory]
    [InlineData(4, "ab", 2, true)] // less was asked for, and the beginning of the last page came
    [InlineData(4, "ab", 3, false)] // a short page: an end
    [InlineData(4, "ab", 4, false)]
    [InlineData(4, "ba", 2, false)]
    [InlineData(4, "ax", 2, false)]
    [InlineData(4, "abcd", 4, true)]
    [InlineData(4, "dcba", 4, true)] // the same sessions in another order
    [InlineData(4, "abcx", 4, false)]
    [InlineData(4, "", 4, false)]
    [InlineData(2, "ab", 2, false)] // the last page was longer than asked for, this one is not
    public void A_page_that_repeats_the_last_one_is_known(int limitBefore, string ids, int limit, bool isRepetition)
    {
        var guard = new RowGuard();
        guard.Remember(Page("a", "b", "c", "d"), limitBefore);

        Assert.Equal(isRepetition, guard.IsRepetition(Page([.. ids.Select(id => $"{id}")]), limit));
    }

    [Fact]
    public void Without_ids_no_page_is_known()
    {
        var guard = new RowGuard();
        guard.Remember([new VideoSession(), .. Page("a")], 2);

        Assert.False(guard.IsRepetition(Page("a", "b"), 2));
        guard.Remember(Page("a", "b"), 2);
        Assert.False(guard.IsRepetition([new VideoSession { SessionId = "a" }, new VideoSession()], 2));
    }

    [Fact]
    public void What_was_forgotten_comes_anew()
    {
        var guard = new RowGuard();
        guard.Remember(Page("a"), 1);
        guard.Remember(Page("b"), 1);
        guard.Forget();

        Assert.False(guard.IsRepetition(Page("b"), 1));
        Assert.Null(guard.Remember(Page("a", "b"), 2));
    }

    [Fact]
    public void It_remembers_what_sets_would_remember_of_pages_of_any_length()
    {
        var random = new Random(20261123);
        for (var walk = 0; walk < 100; walk++)
        {
            var guard = new RowGuard();
            string?[] last = [], beforeLast = [];
            for (var number = 0; number < 12; number++)
            {
                string?[] page = [.. Enumerable.Range(0, random.Next(4) == 0 ? 200 : random.Next(5)).Select(_ => Id())];
                var sessions = page.Select(id => new VideoSession { SessionId = id }).ToList();
                var known = last.Concat(beforeLast).OfType<string>().ToHashSet(StringComparer.Ordinal);
                var isSame = page.Length == last.Length && page.Length > 0 && !page.Concat(last).Contains(null) && page.All(last.Contains);

                Assert.Equal(isSame, guard.IsRepetition(sessions, 1000));
                Assert.Equal(
                    Enumerable.Range(0, page.Length).Where(i => page[i] is { } id && known.Contains(id)),
                    guard.Remember(sessions, 1000)?.Order() ?? Enumerable.Empty<int>());
                (beforeLast, last) = (last, page);
            }
        }

        string? Id() => random.Next(20) == 0 ? null : $"{random.Next(150)}";
    }

    private static VideoSession[] Page(params string[] ids) => [.. ids.Select(id => new VideoSession { SessionId = id })];
}
