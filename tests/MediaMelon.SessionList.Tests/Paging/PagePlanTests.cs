using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class PagePlanTests
{
    private const long NoLimit = long.MaxValue;

    [Fact]
    public void PagePlan_TryNext_plans_the_first_page_alone()
    {
        var plan = new PagePlan(0, 10);

        Assert.Equal([new(0, 10)], Plan(plan, 8));
    }

    [Fact]
    public void PagePlan_TryNext_after_the_first_page_plans_several_pages_ahead()
    {
        var plan = Started(received: 10);

        Assert.Equal([new(10, 10), new(20, 10), new(30, 10)], Plan(plan, 3));
    }

    [Fact]
    public void PagePlan_TryNext_without_speculation_and_without_a_total_plans_one_page()
    {
        var plan = Started(received: 10);

        Assert.True(plan.TryNext(NoLimit, speculative: false, out _));
        Assert.False(plan.TryNext(NoLimit, speculative: false, out _));
    }

    [Fact]
    public void PagePlan_TryNext_plans_no_page_past_the_reported_count()
    {
        var plan = Started(received: 10, reportedCount: 25);

        Assert.Equal([new(10, 10), new(20, 10)], Plan(plan, 8));
    }

    [Fact]
    public void PagePlan_TryNext_ignores_a_reported_count_that_the_received_rows_exceed()
    {
        var plan = Started(received: 10, reportedCount: 10);
        Assert.Equal([new(10, 10)], Plan(plan, 8));

        Assert.True(plan.Accept(new(10, 10), received: 10, reportedCount: 10));

        Assert.Equal([new(20, 10), new(30, 10), new(40, 10)], Plan(plan, 3));
    }

    [Fact]
    public void PagePlan_TryNext_ignores_all_later_counts_after_a_wrong_count()
    {
        var plan = Started(received: 10, reportedCount: 10);
        Plan(plan, 1);
        plan.Accept(new(10, 10), received: 10, reportedCount: 0);
        Plan(plan, 1);
        plan.Accept(new(20, 10), received: 10, reportedCount: 40);

        Assert.Equal([new(30, 10), new(40, 10), new(50, 10)], Plan(plan, 3));
    }

    [Fact]
    public void PagePlan_TryNext_ignores_a_count_below_the_received_rows()
    {
        var plan = Started(received: 10);
        Plan(plan, 1);
        plan.Accept(new(10, 10), received: 10, reportedCount: 5);

        Assert.Equal([new(20, 10), new(30, 10), new(40, 10)], Plan(plan, 3));
    }

    [Fact]
    public void PagePlan_Accept_uses_a_count_that_a_later_page_reports()
    {
        var plan = Started(received: 10);
        Plan(plan, 1);
        plan.Accept(new(10, 10), received: 10, reportedCount: 35);

        Assert.Equal([new(20, 10), new(30, 10)], Plan(plan, 8));
        Assert.Equal(2, plan.Pages);
    }

    [Fact]
    public void PagePlan_Accept_one_short_page_keeps_the_page_size_and_plans_nothing_ahead_until_the_next()
    {
        var plan = Started(received: 10, reportedCount: 100);
        Plan(plan, 3);

        Assert.False(plan.Accept(new(10, 10), received: 4, reportedCount: 100));
        Assert.Equal([new(14, 10)], Plan(plan, 8));
        Assert.True(plan.Accept(new(14, 10), received: 10, reportedCount: 100));

        Assert.Equal([new(24, 10), new(34, 10)], Plan(plan, 2));
        Assert.Null(plan.CappedTo);
    }

    [Fact]
    public void PagePlan_Accept_two_short_pages_of_the_same_length_set_the_effective_size()
    {
        var plan = new PagePlan(0, 10);
        Plan(plan, 1);
        Assert.False(plan.Accept(new(0, 10), received: 4, reportedCount: 100));
        Assert.Equal([new(4, 10)], Plan(plan, 8));
        Assert.False(plan.Accept(new(4, 10), received: 4, reportedCount: 0)); // no counter is needed: the length is the cap

        Assert.False(plan.IsOver);
        Assert.Equal(4, plan.CappedTo);
        Assert.Equal([new(8, 4), new(12, 4)], Plan(plan, 2));
    }

    [Fact]
    public void PagePlan_Accept_effective_size_is_not_below_the_longest_page()
    {
        var plan = new PagePlan(0, 10);
        foreach (var received in (int[])[8, 3, 3])
        {
            Assert.Single(Plan(plan, 1));
            plan.Accept(new(plan.Position, 10), received, reportedCount: 100);
        }

        Assert.Equal(8, plan.CappedTo);
    }

    [Fact]
    public void PagePlan_Accept_effective_size_grows_back_when_the_service_returns_more()
    {
        var plan = new PagePlan(0, 10, new(4, 10));
        var slots = new List<PageRange>();
        for (var page = 0; page < 30 && plan.CappedTo is not null; page++)
        {
            slots.Add(Assert.Single(Plan(plan, 1)));
            plan.Accept(slots[^1], received: slots[^1].Limit, reportedCount: 0);
        }

        Assert.Null(plan.CappedTo);
        Assert.Equal(9, slots.Count);
        Assert.Equal(new(32, 10) { Expected = 4 }, slots[^1]);
        Assert.Equal([new(42, 10)], Plan(plan, 1));
    }

    [Fact]
    public void PagePlan_Accept_second_short_page_after_resumption_sets_the_effective_size()
    {
        var first = new PagePlan(0, 10);
        Plan(first, 1);
        first.Accept(new(0, 10), received: 4, reportedCount: 5);
        Assert.Equal(new(4, null), first.Cap);

        var resumed = new PagePlan(first.Position, 10, first.Cap);
        Assert.Equal([new(4, 10)], Plan(resumed, 8)); // one short page does not change the limit
        resumed.Accept(new(4, 10), received: 4, reportedCount: 5);

        Assert.False(resumed.IsOver);
        Assert.Equal(new(4, 10), resumed.Cap);
        Assert.Equal([new(8, 4), new(12, 4)], Plan(resumed, 2));
    }

    [Fact]
    public void PagePlan_Accept_page_of_the_capped_size_after_resumption_is_not_the_end()
    {
        var resumed = new PagePlan(40, 30, new(4, 10));
        Assert.Equal([new(40, 30)], Plan(resumed, 8));

        resumed.Accept(new(40, 30), received: 4, reportedCount: 0);

        Assert.False(resumed.IsOver);
        Assert.Equal(new(4, 30), resumed.Cap);
    }

    [Fact]
    public void PagePlan_Cap_after_a_short_page_below_a_longer_one_is_unknown()
    {
        var plan = Started(received: 10);
        Plan(plan, 1);
        plan.Accept(new(10, 10), received: 4, reportedCount: 100);

        Assert.Equal(default, plan.Cap);
    }

    [Fact]
    public void PagePlan_Accept_larger_limit_that_is_still_capped_needs_no_extra_request()
    {
        var plan = new PagePlan(0, 10, new(4, 10));
        var larger = 0;
        for (var page = 0; page < 100; page++)
        {
            Assert.True(plan.TryNext(NoLimit, speculative: true, out var slot));
            larger += slot.Limit > 4 ? 1 : 0;
            Assert.True(plan.Accept(slot, received: 4, reportedCount: 0));
        }

        Assert.Equal(400, plan.Position);
        Assert.InRange(larger, 1, 4); // at growing intervals
    }

    [Fact]
    public void PagePlan_Accept_page_longer_than_the_limit_moves_the_offset_by_all_of_its_rows()
    {
        var plan = new PagePlan(0, 10);
        Plan(plan, 1);

        Assert.False(plan.Accept(new(0, 10), received: 13, reportedCount: 0));

        Assert.Equal([new(13, 10)], Plan(plan, 1));
    }

    [Fact]
    public void PagePlan_Accept_short_page_ends_the_plan()
    {
        var plan = Started(received: 9);

        Assert.True(plan.IsOver);
        Assert.Empty(Plan(plan, 8));
    }

    [Fact]
    public void PagePlan_TryNext_limits_the_page_to_the_remaining_rows()
    {
        var plan = Started(received: 10);

        Assert.True(plan.TryNext(3, speculative: true, out var slot));
        Assert.Equal(new(10, 3), slot);
        Assert.False(plan.TryNext(0, speculative: true, out _));
    }

    [Fact]
    public void PagePlan_TryNext_plans_the_page_after_a_total_that_full_pages_reach()
    {
        var plan = Started(received: 10, reportedCount: 30);

        Assert.Equal([new(10, 10), new(20, 10), new(30, 10)], Plan(plan, 8));
    }

    [Fact]
    public void PagePlan_TryNext_plans_nothing_ahead_while_pages_exceed_the_limit()
    {
        var plan = new PagePlan(0, 10);
        Plan(plan, 1);
        plan.Accept(new(0, 10), received: 13, reportedCount: 0);

        Assert.Equal([new(13, 10)], Plan(plan, 8));
        Assert.True(plan.Accept(new(13, 10), received: 10, reportedCount: 0));
        Assert.Equal([new(23, 10), new(33, 10)], Plan(plan, 2));
    }

    [Fact]
    public void PagePlan_Accept_short_page_after_a_longer_page_of_another_slice_ends_the_plan()
    {
        var longest = new LongestPage();
        longest.Add(3000);
        var plan = new PagePlan(0, 5000, longest: longest);
        Plan(plan, 1);

        plan.Accept(new(0, 5000), received: 701, reportedCount: 0);

        Assert.True(plan.IsOver);
    }

    private static PagePlan Started(int received, long reportedCount = 0)
    {
        var plan = new PagePlan(0, 10);
        Plan(plan, 1);
        plan.Accept(new(0, 10), received, reportedCount);
        return plan;
    }

    private static List<PageRange> Plan(PagePlan plan, int atMost)
    {
        var slots = new List<PageRange>();
        while (slots.Count < atMost && plan.TryNext(NoLimit, speculative: true, out var slot))
            slots.Add(slot);

        return slots;
    }
}
