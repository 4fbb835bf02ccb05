using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class RememberedIdsTests
{
    [Fact]
    public void RememberedIds_when_new_contains_nothing()
    {
        var remembered = new RememberedIds();

        Assert.False(remembered.Contains(RowId.From("a")));
        Assert.False(remembered.IsInFirstPage(RowId.From("a")));
    }

    [Fact]
    public void RememberedIds_contains_the_ids_of_both_pages_and_identifies_those_of_the_first()
    {
        var remembered = Of(["a", "b"], ["b", "c"]);

        Assert.True(remembered.Contains(RowId.From("a")) && remembered.IsInFirstPage(RowId.From("a")));
        Assert.True(remembered.Contains(RowId.From("b")) && remembered.IsInFirstPage(RowId.From("b")));
        Assert.True(remembered.Contains(RowId.From("c")) && !remembered.IsInFirstPage(RowId.From("c")));
        Assert.False(remembered.Contains(RowId.From("d")) || remembered.IsInFirstPage(RowId.From("d")));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)] // the last slot of the table: the next slot is the first
    public void RememberedIds_distinguishes_ids_with_the_same_hash(uint hash)
    {
        var remembered = new RememberedIds();
        remembered.Add([new("a", hash), new("b", hash)], [new("c", hash), new("b", hash)]);

        Assert.All(["a", "b"], id => Assert.True(remembered.IsInFirstPage(new(id, hash))));
        Assert.True(remembered.Contains(new("c", hash)));
        Assert.False(remembered.IsInFirstPage(new("c", hash)));
        Assert.False(remembered.Contains(new("d", hash)));
    }

    [Fact]
    public void RememberedIds_finds_an_id_whose_slot_another_id_occupies()
    {
        var remembered = new RememberedIds();
        remembered.Add([new("a", 0), new("b", 0)], [new("c", 1)]);

        Assert.True(remembered.Contains(new("c", 1)));
        Assert.False(remembered.Contains(new("c", 0)));
    }

    /// <summary>The test takes minutes if each equal id occupies a slot.</summary>
    [Fact]
    public void RememberedIds_stores_equal_ids_once()
    {
        var remembered = new RememberedIds();
        var same = Enumerable.Repeat(RowId.From(""), 1_000_000).ToList();
        remembered.Add(same, same);

        Assert.True(remembered.IsInFirstPage(RowId.From("")));
        Assert.False(remembered.Contains(RowId.From("a")));
    }

    [Fact]
    public void RememberedIds_keeps_only_the_pages_added_last()
    {
        var remembered = Of(["a", "b"], ["c", "d"]);
        remembered.Add([RowId.From("e"), RowId.From("f")], [RowId.From("a"), RowId.From("g")]);

        Assert.Equal("aefg", string.Concat("abcdefg".Where(id => remembered.Contains(RowId.From($"{id}")))));
    }

    [Fact]
    public void RememberedIds_equals_a_hash_set_for_pages_of_any_length()
    {
        var random = new Random(20261123);
        var remembered = new RememberedIds();
        for (var round = 0; round < 200; round++)
        {
            string[] Page() => [.. Enumerable.Range(0, random.Next(60)).Select(_ => Text(random))];
            var (first, second) = (Page(), Page());
            remembered.Add([.. first.Select(RowId.From)], [.. second.Select(RowId.From)]);

            foreach (var id in first.Concat(second).Concat(Page()))
            {
                Assert.Equal(first.Contains(id) || second.Contains(id), remembered.Contains(RowId.From(id)));
                Assert.Equal(first.Contains(id), remembered.IsInFirstPage(RowId.From(id)));
            }
        }
    }

    [Fact]
    public void RowId_hash_differs_for_ids_that_differ_in_one_character()
    {
        // The lengths cover every remainder of eight bytes. A collision among so few ids has a probability of one in millions.
        for (var length = 1; length <= 17; length++)
        {
            var text = new string('0', length);
            var others = Enumerable.Range(0, length).Select(i => $"{text[..i]}1{text[(i + 1)..]}").Append(text);

            Assert.Equal(length + 1, others.Select(id => RowId.From(id).Hash).Distinct().Count());
        }
    }

    private static RememberedIds Of(string[] first, string[] second)
    {
        var remembered = new RememberedIds();
        remembered.Add([.. first.Select(RowId.From)], [.. second.Select(RowId.From)]);
        return remembered;
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(2))));
}
