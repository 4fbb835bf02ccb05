using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class RepetitionDetectorTests
{
    [Fact]
    public void RepetitionDetector_Inspect_row_of_the_last_two_pages_is_a_duplicate()
    {
        var detector = new RepetitionDetector(0);

        Assert.Null(Duplicates(detector, 0, "a", "b"));
        Assert.Null(Duplicates(detector, 2, "c", "d"));
        Assert.Equal([0, 1], Duplicates(detector, 4, "b", "d", "e")!.Order());
        Assert.Null(Duplicates(detector, 7, "a", "f"));
    }

    [Fact]
    public void RepetitionDetector_Inspect_id_that_occurs_twice_in_a_page_is_not_a_duplicate()
    {
        var detector = new RepetitionDetector(0);

        Assert.Null(Duplicates(detector, 0, "a", "b"));
        Assert.Null(Duplicates(detector, 2, "a", "a", "c"));
        Assert.Equal([1], Duplicates(detector, 5, "x", "a")!); // on the first page, the id identified a row
        Assert.Null(Duplicates(new(0), 0, "a", "a"));
    }

    [Theory]
    [InlineData("abcd", false, RepetitionKind.SamePage)]
    [InlineData("dcba", false, RepetitionKind.SamePage)] // the same sessions in another order
    [InlineData("ab", false, RepetitionKind.SamePage)] // with a smaller limit, at the end of a Take
    [InlineData("d", false, null)] // one id may belong to two rows
    [InlineData("xabcd", false, RepetitionKind.Wrapped)]
    [InlineData("xyab", false, RepetitionKind.Wrapped)] // up to the end of the page
    [InlineData("xabyz", false, null)]
    [InlineData("abcx", false, RepetitionKind.OldRows)] // starts like an earlier page
    [InlineData("cd", true, null)] // a short page that ends the listing
    [InlineData("ab", true, null)]
    [InlineData("abcd", true, RepetitionKind.Wrapped)]
    [InlineData("xyz", false, null)]
    [InlineData("", true, null)]
    public void RepetitionDetector_Inspect_page_after_abcd_returns_the_expected_suspicion(string ids, bool isEnd, object? kind)
    {
        var detector = new RepetitionDetector(0);
        Assert.Null(detector.Inspect(Page("abcd"), new(0, 4), isEnd: false));
        detector.Accept();

        Assert.Equal(kind, detector.Inspect(Page(ids), new(4, Math.Max(1, ids.Length)), isEnd)?.Kind);
    }

    [Fact]
    public void RepetitionDetector_Inspect_page_of_one_repeated_id_is_the_same_page()
    {
        var detector = new RepetitionDetector(0);
        var kinds = new List<RepetitionKind?>();
        foreach (var ids in (string[])["abcd", "d", "d"])
        {
            kinds.Add(detector.Inspect(Page(ids), new(kinds.Count, ids.Length), isEnd: false)?.Kind);
            detector.Accept();
        }

        Assert.Equal([null, null, RepetitionKind.SamePage], kinds);
    }

    [Fact]
    public void RepetitionDetector_Inspect_first_rows_after_new_rows_mark_the_end_of_the_listing()
    {
        var detector = new RepetitionDetector(0);
        detector.Inspect(Page("abcd"), new(0, 4), isEnd: false);
        detector.Accept();

        var suspicion = detector.Inspect(Page("efabcd"), new(4, 6), isEnd: false)!;

        Assert.Equal((2, new PageRange(0, 6)), (suspicion.NewRows, suspicion.Earlier));
        Assert.True(suspicion.IsConfirmedBy(Page("abcdef")));
        Assert.False(suspicion.IsConfirmedBy(Page("uvwxyz"))); // rows moved
        Assert.False(suspicion.IsConfirmedBy([]));
        Assert.True(suspicion.IsConfirmedBy(Page("xabc"))); // three of four rows are present; one row moved
        Assert.False(suspicion.IsConfirmedBy(Page("xyab")));
    }

    [Fact]
    public void RepetitionDetector_Inspect_page_without_usable_ids_returns_null()
    {
        var detector = new RepetitionDetector(0);
        for (var offset = 0; offset < 100; offset += 2)
        {
            Assert.Null(detector.Inspect([new() { SessionId = "" }, new()], new(offset, 2), isEnd: false));
            detector.Accept();
        }

        Assert.Null(detector.Seen);
    }

    [Fact]
    public void RepetitionDetector_Inspect_rows_received_several_times_are_an_endless_listing()
    {
        var detector = new RepetitionDetector(0);
        var random = new Random(20261125);
        var rows = 0;
        Suspicion? suspicion = null;
        for (; rows < 20_000 && suspicion?.Kind != RepetitionKind.Endless; rows += 10)
        {
            suspicion = detector.Inspect([.. Enumerable.Range(0, 10).Select(_ => Session($"{random.Next(1000)}"))], new(rows, 10), isEnd: false);
            detector.Accept();
        }

        Assert.InRange(rows, 1_500, 7_000);
        Assert.False(suspicion!.NeedsConfirmation);
    }

    [Theory]
    [InlineData(30, 10, 10, false)]
    [InlineData(70, 10, 10, false)]
    [InlineData(71, 10, 10, true)]
    [InlineData(2_000_000, 1_000_000, 1000, false)]
    [InlineData(3_005_000, 1_000_000, 1000, true)]
    public void RepetitionRule_IsEndless_is_true_when_rows_exceed_three_times_the_ids_plus_four_pages(
        long rows, double distinct, int limit, bool isEndless) =>
        Assert.Equal(isEndless, RepetitionRule.IsEndless(rows, distinct, limit));

    [Fact]
    public void RepetitionDetector_Inspect_after_resumption_recognizes_the_first_and_the_last_pages()
    {
        var first = new RepetitionDetector(0);
        for (var page = 0; page < 5; page++)
        {
            first.Inspect(Page(page, 20), new(page * 20, 20), isEnd: false);
            first.Accept();
        }

        foreach (var (page, kind) in new[] { (0, RepetitionKind.Wrapped), (3, RepetitionKind.OldRows), (4, RepetitionKind.OldRows) })
        {
            var resumed = new RepetitionDetector(0, first.Seen);
            var suspicion = resumed.Inspect(Page(page, 20), new(100, 20), isEnd: false)!;

            Assert.Equal((kind, page * 20L), (suspicion.Kind, suspicion.Earlier.Offset));
            Assert.True(suspicion.IsConfirmedBy(Page(page, 20)));
        }

        Assert.Null(new RepetitionDetector(0, first.Seen).Inspect(Page(5, 20), new(100, 20), isEnd: false));
    }

    [Fact]
    public void RepetitionDetector_Inspect_single_last_id_of_the_previous_page_after_resumption_returns_null()
    {
        var first = new RepetitionDetector(0);
        first.Inspect(Page("abcd"), new(0, 4), isEnd: false);
        first.Accept();

        Assert.Null(new RepetitionDetector(0, first.Seen).Inspect(Page("d"), new(4, 4), isEnd: true));
        Assert.NotNull(new RepetitionDetector(0, first.Seen).Inspect(Page("cd"), new(4, 4), isEnd: true));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(32)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void IdSample_Distinct_estimates_the_number_of_ids(int count)
    {
        var sample = new IdSample();
        for (var repeat = 0; repeat < 2; repeat++)
            sample.Add([.. Enumerable.Range(0, count).Select(id => RowId.From($"session-{id}"))]);

        Assert.Equal(2 * count, sample.Rows);
        Assert.InRange(sample.Distinct, count <= 31 ? count : count * 0.5, count <= 31 ? count : count * 2);
    }

    private static HashSet<int>? Duplicates(RepetitionDetector detector, long offset, params string[] ids)
    {
        detector.Inspect([.. ids.Select(Session)], new(offset, ids.Length), isEnd: false);
        detector.Accept();
        return detector.Duplicates;
    }

    private static VideoSession[] Page(string ids) => [.. ids.Select(id => Session($"{id}"))];

    private static VideoSession[] Page(int number, int size) =>
        [.. Enumerable.Range(number * size, size).Select(id => Session($"s{id}"))];

    private static VideoSession Session(string id) => new() { SessionId = id };
}
