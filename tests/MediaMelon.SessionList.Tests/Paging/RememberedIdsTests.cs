using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class RememberedIdsTests
{
    [Fact]
    public void Nothing_is_remembered_at_first()
    {
        var remembered = new RememberedIds();

        Assert.False(remembered.Contains(RowId.From("a")));
        Assert.False(remembered.IsOfFirst(RowId.From("a")));
    }

    [Fact]
    public void Ids_of_both_pages_are_found_and_those_of_the_first_are_known()
    {
        var remembered = Of(["a", "b"], ["b", "c"]);

        Assert.True(remembered.Contains(RowId.From("a")) && remembered.IsOfFirst(RowId.From("a")));
        Assert.True(remembered.Contains(RowId.From("b")) && remembered.IsOfFirst(RowId.From("b")));
        Assert.True(remembered.Contains(RowId.From("c")) && !remembered.IsOfFirst(RowId.From("c")));
        Assert.False(remembered.Contains(RowId.From("d")) || remembered.IsOfFirst(RowId.From("d")));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)] // the last place of the table: the next one is the first
    public void Different_ids_of_the_same_hash_are_told_apart(uint hash)
    {
        var remembered = new RememberedIds();
        remembered.Add([new("a", hash), new("b", hash)], [new("c", hash), new("b", hash)]);

        Assert.All(["a", "b"], id => Assert.True(remembered.IsOfFirst(new(id, hash))));
        Assert.True(remembered.Contains(new("c", hash)));
        Assert.False(remembered.IsOfFirst(new("c", hash)));
        Assert.False(remembered.Contains(new("d", hash)));
    }

    [Fact]
    public void Ids_are_found_behind_others_that_have_their_place()
    {
        var remembered = new RememberedIds();
        remembered.Add([new("a", 0), new("b", 0)], [new("c", 1)]);

        Assert.True(remembered.Contains(new("c", 1)));
        Assert.False(remembered.Contains(new("c", 0)));
    }

    /// <summary>It would take minutes if each were put behind all the others.</summary>
    [Fact]
    public void Ids_that_repeat_themselves_take_one_place()
    {
        var remembered = new RememberedIds();
        var same = Enumerable.Repeat(RowId.From(""), 1_000_000).ToList();
        remembered.Add(same, same);

        Assert.True(remembered.IsOfFirst(RowId.From("")));
        Assert.False(remembered.Contains(RowId.From("a")));
    }

    [Fact]
    public void Only_the_pages_held_last_are_remembered()
    {
        var remembered = Of(["a", "b"], ["c", "d"]);
        remembered.Add([RowId.From("e"), RowId.From("f")], [RowId.From("a"), RowId.From("g")]);

        Assert.Equal("aefg", string.Concat("abcdefg".Where(id => remembered.Contains(RowId.From($"{id}")))));
    }

    [Fact]
    public void It_finds_what_sets_would_find_in_pages_of_any_length()
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
                Assert.Equal(first.Contains(id), remembered.IsOfFirst(RowId.From(id)));
            }
        }
    }

    [Fact]
    public void Ids_that_differ_in_one_character_have_different_hashes()
    {
        // Of each length, so that every remainder of eight bytes is there. That two of so few meet is a matter of one in millions.
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
