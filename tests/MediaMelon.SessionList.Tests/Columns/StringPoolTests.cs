using System.Text;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Tests.Columns;

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
    public void Equal_text_is_one_string(string text)
    {
        var pool = new StringPool();
        var first = Get(pool, text);

        Assert.Equal(text, first);
        Assert.Same(first, Get(pool, text));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('é')]
    public void Text_is_kept_up_to_64_bytes(char letter)
    {
        var pool = new StringPool();
        var longest = new string(letter, 64 / Encoding.UTF8.GetByteCount([letter]));

        Assert.Same(Get(pool, longest), Get(pool, longest));
        Assert.Equal(longest + 'x', Get(pool, longest + 'x'));
        Assert.NotSame(Get(pool, longest + 'x'), Get(pool, longest + 'x'));
    }

    [Fact]
    public void Text_that_differs_is_never_taken_for_the_same()
    {
        var pool = new StringPool();
        foreach (var number in Enumerable.Range(0, 3_000).Concat(Enumerable.Range(0, 3_000)))
        {
            var (ascii, other) = ($"asset-{number}", $"förder-{number}");
            Assert.Equal(ascii, Get(pool, ascii));
            Assert.Equal(other, Get(pool, other));
        }
    }

    // The columns of a page have some hundreds of words: what drives them out of each other's places costs a string in every row.
    [Theory]
    [InlineData("asset-{0}")]
    [InlineData("{0}-asset")]
    [InlineData("The Long Way Home {0}")]
    [InlineData("{0}")]
    public void Hundreds_of_words_find_their_places(string pattern)
    {
        var pool = new StringPool();
        var words = Enumerable.Range(100, 200).Select(number => string.Format(null, pattern, number)).ToList();

        var before = words.ConvertAll(word => Get(pool, word));
        before = words.ConvertAll(word => Get(pool, word));
        var kept = words.Zip(before).Count(pair => ReferenceEquals(pair.Second, Get(pool, pair.First)));

        Assert.True(kept > 160, $"{kept} of 200 words are kept.");
    }

    private static string Get(StringPool pool, string text) => pool.Get(Encoding.UTF8.GetBytes(text), Ascii.IsValid(text));
}
