using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class PagePlanTests
{
    private const long Endless = long.MaxValue;

    [Fact]
    public void The_first_page_goes_alone()
    {
        var plan = new PagePlan(0, 10);

        Assert.Equal([new(0, 10)], Ask(plan, 8));
    }

    [Fact]
    public void After_the_first_page_others_are_asked_for_ahead()
    {
        var plan = Begun(received: 10);

        Assert.Equal([new(10, 10), new(20, 10), new(30, 10)], Ask(plan, 3));
    }

    [Fact]
    public void Nothing_is_asked_for_ahead_blindly_unless_allowed()
    {
        var plan = Begun(received: 10);

        Assert.True(plan.TryNext(Endless, blindly: false, out _));
        Assert.False(plan.TryNext(Endless, blindly: false, out _));
    }

    [Fact]
    public void A_counter_bounds_what_is_asked_for_ahead()
    {
        var plan = Begun(received: 10, reportedCount: 25);

        Assert.Equal([new(10, 10), new(20, 10)], Ask(plan, 8));
    }

    [Fact]
    public void A_counter_of_the_page_is_found_out()
    {
        var plan = Begun(received: 10, reportedCount: 10);
        Assert.Equal([new(10, 10)], Ask(plan, 8));

        Assert.True(plan.Accept(new(10, 10), received: 10, reportedCount: 10));

        Assert.Equal([new(20, 10), new(30, 10), new(40, 10)], Ask(plan, 3));
    }

    [Fact]
    public void A_counter_that_was_found_out_once_is_not_believed_again()
    {
        var plan = Begun(received: 10, reportedCount: 10);
        Ask(plan, 1);
        plan.Accept(new(10, 10), received: 10, reportedCount: 0);
        Ask(plan, 1);
        plan.Accept(new(20, 10), received: 10, reportedCount: 40);

        Assert.Equal([new(30, 10), new(40, 10), new(50, 10)], Ask(plan, 3));
    }

    [Fact]
    public void A_counter_that_claims_less_than_has_come_is_no_total()
    {
        var plan = Begun(received: 10);
        Ask(plan, 1);
        plan.Accept(new(10, 10), received: 10, reportedCount: 5);

        Assert.Equal([new(20, 10), new(30, 10), new(40, 10)], Ask(plan, 3));
    }

    [Fact]
    public void A_counter_may_come_later_than_the_first_page()
    {
        var plan = Begun(received: 10);
        Ask(plan, 1);
        plan.Accept(new(10, 10), received: 10, reportedCount: 35);

        Assert.Equal([new(20, 10), new(30, 10)], Ask(plan, 8));
        Assert.Equal(2, plan.Pages);
    }

    [Fact]
    public void Accept_one_short_page_keeps_the_page_size_and_requests_nothing_ahead_until_the_next()
    {
        var plan = Begun(received: 10, reportedCount: 100);
        Ask(plan, 3);

        Assert.False(plan.Accept(new(10, 10), received: 4, reportedCount: 100));
        Assert.Equal([new(14, 10)], Ask(plan, 8));
        Assert.True(plan.Accept(new(14, 10), received: 10, reportedCount: 100));

        Assert.Equal([new(24, 10), new(34, 10)], Ask(plan, 2));
        Assert.Null(plan.CappedTo);
    }

    [Fact]
    public void Accept_short_pages_of_the_same_length_are_the_effective_size()
    {
        var plan = new PagePlan(0, 10);
        Ask(plan, 1);
        Assert.False(plan.Accept(new(0, 10), received: 4, reportedCount: 100));
        Assert.Equal([new(4, 10)], Ask(plan, 8));
        Assert.False(plan.Accept(new(4, 10), received: 4, reportedCount: 0)); // no counter is needed: the length is the cap

        Assert.False(plan.IsOver);
        Assert.Equal(4, plan.CappedTo);
        Assert.Equal([new(8, 4), new(12, 4)], Ask(plan, 2));
    }

    [Fact]
    public void Accept_the_effective_size_is_never_smaller_than_the_longest_page()
    {
        var plan = new PagePlan(0, 10);
        foreach (var received in (int[])[8, 3, 3])
        {
            Assert.Single(Ask(plan, 1));
            plan.Accept(new(plan.Position, 10), received, reportedCount: 100);
        }

        Assert.Equal(8, plan.CappedTo);
    }

    [Fact]
    public void Accept_the_effective_size_grows_back_when_the_service_returns_more()
    {
        var plan = new PagePlan(0, 10, new(4, 10));
        var slots = new List<PageRange>();
        for (var page = 0; page < 30 && plan.CappedTo is not null; page++)
        {
            slots.Add(Assert.Single(Ask(plan, 1)));
            plan.Accept(slots[^1], received: slots[^1].Limit, reportedCount: 0);
        }

        Assert.Null(plan.CappedTo);
        Assert.Equal(9, slots.Count);
        Assert.Equal(new(32, 10) { Expected = 4 }, slots[^1]);
        Assert.Equal([new(42, 10)], Ask(plan, 1));
    }

    [Fact]
    public void Accept_a_second_short_page_after_a_resumption_is_the_effective_size_too()
    {
        var first = new PagePlan(0, 10);
        Ask(first, 1);
        first.Accept(new(0, 10), received: 4, reportedCount: 5);
        Assert.Equal(new(4, null), first.Cap);

        var resumed = new PagePlan(first.Position, 10, first.Cap);
        Assert.Equal([new(4, 10)], Ask(resumed, 8)); // one short page does not change the limit
        resumed.Accept(new(4, 10), received: 4, reportedCount: 5);

        Assert.False(resumed.IsOver);
        Assert.Equal(new(4, 10), resumed.Cap);
        Assert.Equal([new(8, 4), new(12, 4)], Ask(resumed, 2));
    }

    [Fact]
    public void Accept_a_page_of_the_capped_size_after_a_resumption_with_a_larger_page_size_is_not_the_end()
    {
        var resumed = new PagePlan(40, 30, new(4, 10));
        Assert.Equal([new(40, 30)], Ask(resumed, 8));

        resumed.Accept(new(40, 30), received: 4, reportedCount: 0);

        Assert.False(resumed.IsOver);
        Assert.Equal(new(4, 30), resumed.Cap);
    }

    [Fact]
    public void Cap_after_a_short_page_below_a_longer_one_is_unknown()
    {
        var plan = Begun(received: 10);
        Ask(plan, 1);
        plan.Accept(new(10, 10), received: 4, reportedCount: 100);

        Assert.Equal(default, plan.Cap);
    }

    [Fact]
    public void Accept_a_larger_limit_that_is_still_capped_costs_no_request()
    {
        var plan = new PagePlan(0, 10, new(4, 10));
        var larger = 0;
        for (var page = 0; page < 100; page++)
        {
            Assert.True(plan.TryNext(Endless, blindly: true, out var slot));
            larger += slot.Limit > 4 ? 1 : 0;
            Assert.True(plan.Accept(slot, received: 4, reportedCount: 0));
        }

        Assert.Equal(400, plan.Position);
        Assert.InRange(larger, 1, 4); // ever less often
    }

    [Fact]
    public void A_page_longer_than_asked_for_moves_the_offset_by_all_of_its_rows()
    {
        var plan = new PagePlan(0, 10);
        Ask(plan, 1);

        Assert.False(plan.Accept(new(0, 10), received: 13, reportedCount: 0));

        Assert.Equal([new(13, 10)], Ask(plan, 1));
    }

    [Fact]
    public void A_short_page_is_the_end()
    {
        var plan = Begun(received: 9);

        Assert.True(plan.IsOver);
        Assert.Empty(Ask(plan, 8));
    }

    [Fact]
    public void No_more_is_asked_for_than_is_wanted()
    {
        var plan = Begun(received: 10);

        Assert.True(plan.TryNext(3, blindly: true, out var slot));
        Assert.Equal(new(10, 3), slot);
        Assert.False(plan.TryNext(0, blindly: true, out _));
    }

    [Fact]
    public void A_total_that_full_pages_reach_is_no_end_so_the_page_behind_it_is_asked_for_too()
    {
        var plan = Begun(received: 10, reportedCount: 30);

        Assert.Equal([new(10, 10), new(20, 10), new(30, 10)], Ask(plan, 8));
    }

    [Fact]
    public void Nothing_is_asked_for_ahead_where_pages_come_longer_than_asked_for()
    {
        var plan = new PagePlan(0, 10);
        Ask(plan, 1);
        plan.Accept(new(0, 10), received: 13, reportedCount: 0);

        Assert.Equal([new(13, 10)], Ask(plan, 8));
        Assert.True(plan.Accept(new(13, 10), received: 10, reportedCount: 0));
        Assert.Equal([new(23, 10), new(33, 10)], Ask(plan, 2));
    }

    [Fact]
    public void A_longer_page_of_another_slice_shows_that_a_short_one_was_not_cut()
    {
        var longest = new LongestPage();
        longest.Add(3000);
        var plan = new PagePlan(0, 5000, longest: longest);
        Ask(plan, 1);

        plan.Accept(new(0, 5000), received: 701, reportedCount: 0);

        Assert.True(plan.IsOver);
    }

    private static PagePlan Begun(int received, long reportedCount = 0)
    {
        var plan = new PagePlan(0, 10);
        Ask(plan, 1);
        plan.Accept(new(0, 10), received, reportedCount);
        return plan;
    }

    private static List<PageRange> Ask(PagePlan plan, int atMost)
    {
        var slots = new List<PageRange>();
        while (slots.Count < atMost && plan.TryNext(Endless, blindly: true, out var slot))
            slots.Add(slot);

        return slots;
    }
}
