using System.Text;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Tests.Values;

public sealed class StringPoolTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("US")]
    [InlineData("Android")]
    [InlineData("Big Buck Bunny")]
    [InlineData("The Long Way Home, Season 2, Episode 11: The Bridge")]
    [InlineData("Ünder")]
    [InlineData("\ud83d\ude00")]
    public void StringPool_returns_one_string_for_equal_text(string text)
    {
        var pool = new StringPool();
        var first = Get(pool, text);

        Assert.Equal(text, first);
        Assert.Same(first, Get(pool, text));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('é')]
    public void StringPool_keeps_text_of_at_most_256_bytes(char letter)
    {
        var pool = new StringPool();
        var longest = new string(letter, 256 / Encoding.UTF8.GetByteCount([letter]));

        Assert.Same(Get(pool, longest), Get(pool, longest));
        Assert.Equal(longest + 'x', Get(pool, longest + 'x'));
        Assert.NotSame(Get(pool, longest + 'x'), Get(pool, longest + 'x'));
    }

    [Fact]
    public void StringPool_never_confuses_different_texts()
    {
        var pool = new StringPool();
        foreach (var number in Enumerable.Range(0, 3_000).Concat(Enumerable.Range(0, 3_000)))
        {
            var (ascii, other) = ($"asset-{number}", $"förder-{number}");
            Assert.Equal(ascii, Get(pool, ascii));
            Assert.Equal(other, Get(pool, other));
        }
    }

    // The fields of a page have some hundreds of string values. Each collision costs one string per row.
    [Theory]
    [InlineData("asset-{0}")]
    [InlineData("{0}-asset")]
    [InlineData("The Long Way Home {0}")]
    [InlineData("{0}")]
    public void StringPool_keeps_most_of_hundreds_of_values(string pattern)
    {
        var pool = new StringPool();
        var values = Enumerable.Range(100, 200).Select(number => string.Format(null, pattern, number)).ToList();

        var before = values.ConvertAll(value => Get(pool, value));
        before = values.ConvertAll(value => Get(pool, value));
        var kept = values.Zip(before).Count(pair => ReferenceEquals(pair.Second, Get(pool, pair.First)));

        Assert.True(kept > 160, $"{kept} of 200 values are kept.");
    }

    [Fact]
    public void StringPool_with_thousands_of_texts_grows_and_keeps_nearly_all()
    {
        var pool = new StringPool();
        var titles = Enumerable.Range(0, 5_000).Select(number => $"The Long Way Home, part {number}").ToList();
        for (var round = 0; round < 3; round++)
            titles.ForEach(title => Get(pool, title));

        var before = titles.ConvertAll(title => Get(pool, title));
        var kept = titles.Zip(before).Count(pair => ReferenceEquals(pair.Second, Get(pool, pair.First)));

        Assert.True(kept > 4_500, $"{kept} of 5,000 titles are kept.");
    }

    [Fact]
    public void StringPool_with_texts_that_never_repeat_stays_within_its_limit()
    {
        var pool = new StringPool();
        for (var number = 0; number < 100_000; number++)
            Get(pool, $"{number}");

        Assert.Equal(16_384, pool.Size);
    }

    [Fact]
    public void StringPool_keeps_repeated_text_despite_texts_that_occur_once()
    {
        var pool = new StringPool();
        var values = Enumerable.Range(0, 100).Select(number => $"word-{number}").ToList();
        values.ForEach(value => Get(pool, value));
        var before = values.ConvertAll(value => Get(pool, value));

        var once = 0;
        var kept = 0;
        for (var round = 0; round < 100; round++)
        {
            for (var i = 0; i < 500; i++)
                Get(pool, $"once-{once++}");

            kept += values.Zip(before).Count(pair => ReferenceEquals(pair.Second, Get(pool, pair.First)));
        }

        Assert.True(kept > 9_500, $"{kept} of 10,000 lookups found the value.");
    }

    [Fact]
    public async Task StringPool_shared_by_threads_returns_the_requested_text()
    {
        var pool = new StringPool();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                var text = $"title-{(i * (thread + 1)) % 7_000}";
                Assert.Equal(text, Get(pool, text));
            }
        })));
    }

    [Fact]
    public void ColumnStringPool_with_new_values_only_does_not_fill_the_shared_pool()
    {
        var pool = new StringPool();
        var column = new ColumnStringPool(pool);
        for (var number = 0; number < 50_000; number++)
            Assert.Equal($"{number}", column.Get(Encoding.UTF8.GetBytes($"{number}"), isAscii: true));

        Assert.True(pool.Size < 16_384, $"The pool grew to {pool.Size}.");
        Assert.Same(Repeated(10_000), Repeated(1));

        string Repeated(int times)
        {
            for (var i = 1; i < times; i++)
                column.Get("same"u8, isAscii: true);

            return column.Get("same"u8, isAscii: true);
        }
    }

    private static string Get(StringPool pool, string text) => pool.Get(Encoding.UTF8.GetBytes(text), Ascii.IsValid(text), out _);
}
