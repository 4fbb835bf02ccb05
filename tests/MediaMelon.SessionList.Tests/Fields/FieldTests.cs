namespace MediaMelon.SessionList.Tests.Fields;

public sealed class FieldTests
{
    // All factories of custom fields.
    public static TheoryData<string, Func<string, Field>> Factories { get; } =
        new()
        {
            { "Number", SessionMetrics.Number },
            { "Count", SessionMetrics.Count },
            { "Seconds", SessionMetrics.Seconds },
            { "Minutes", SessionMetrics.Minutes },
            { "Text", SessionDimensions.Text },
            { "Flag", SessionDimensions.Flag },
            { "Time", SessionFields.Time },
        };

    [Theory]
    [InlineData("a")]
    [InlineData("Z")]
    [InlineData("p95_latency")]
    [InlineData("a-b.c_d-0123456789")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")]
    public void Field_name_accepts_ASCII_letters_digits_and_three_symbols(string name)
    {
        var field = SessionMetrics.Number(name);

        Assert.Equal(name, field.Name);
        Assert.Equal(name, field.ToString());
    }

    [Fact]
    public void Field_name_accepts_at_most_128_characters()
    {
        Assert.Equal(128, SessionDimensions.Text(new string('x', 128)).Name.Length);

        var refused = Assert.Throws<ArgumentException>(() => SessionDimensions.Text(new string('x', 129)));
        Assert.Contains("128", refused.Message, StringComparison.Ordinal);
        Assert.Contains("129", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b", "' '")]
    [InlineData("a,b", "','")]
    [InlineData("a=b", "'='")]
    [InlineData("a&b", "'&'")]
    [InlineData("a>b", "'>'")]
    [InlineData("[a", "'['")]
    [InlineData("a|b", "'|'")]
    [InlineData("a%b", "'%'")]
    [InlineData("a/b", "'/'")]
    [InlineData("latency\n", "U+000A")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("é", "'é'")]
    [InlineData("ıslive", "'ı'")]
    [InlineData("a\u0663", "U+0663")]
    [InlineData("a\ud83d\ude00", "U+D83D")]
    [InlineData("1a", "'1'")]
    [InlineData("_a", "'_'")]
    [InlineData("-a", "'-'")]
    [InlineData(".a", "'.'")]
    public void Field_name_with_invalid_character_throws_and_names_the_character(string given, string character)
    {
        var refused = Assert.Throws<ArgumentException>("name", () => SessionMetrics.Number(given));

        Assert.Contains(character, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "A name must not be empty.")]
    [InlineData("[a", "A name can contain only ASCII letters, digits, '_', '-' and '.'. It contains '[' (U+005B) at position 0.")]
    [InlineData("ab\n", "A name can contain only ASCII letters, digits, '_', '-' and '.'. It contains U+000A at position 2.")]
    [InlineData("a\ud83d\ude00", "A name can contain only ASCII letters, digits, '_', '-' and '.'. It contains U+D83D at position 1.")]
    [InlineData("1a", "A name must begin with a letter. '1a' begins with '1'.")]
    public void Field_name_that_is_invalid_throws_with_the_reason(string given, string sentence) =>
        Assert.StartsWith(
            sentence,
            Assert.Throws<ArgumentException>("name", () => SessionMetrics.Number(given)).Message,
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Factories))]
    public void Field_factory_validates_the_name(string factory, Func<string, Field> create)
    {
        Assert.NotEmpty(factory);
        Assert.Equal("x1", create("x1").Name);
        Assert.Throws<ArgumentException>("name", () => create("x y"));
        Assert.Throws<ArgumentException>("name", () => create(""));
        Assert.Throws<ArgumentNullException>("name", () => create(null!));
    }

    [Fact]
    public void Field_equality_compares_names_only()
    {
        Field metric = SessionMetrics.Number("latency");
        Field text = SessionDimensions.Text("latency");

        Assert.True(metric == text);
        Assert.False(metric != text);
        Assert.True(metric.Equals(text));
        Assert.True(metric.Equals((object)text));
        Assert.Equal(metric.GetHashCode(), text.GetHashCode());
        Assert.Equal(SessionMetrics.StartupTime, text);
    }

    [Fact]
    public void Field_equality_is_case_sensitive()
    {
        Field lower = SessionDimensions.Text("country");
        Field upper = SessionDimensions.Text("COUNTRY");

        Assert.True(lower != upper);
        Assert.False(lower == upper);
        Assert.False(lower.Equals(upper));
        Assert.False(lower.Equals((object)"country"));
    }

    [Fact]
    public void Field_equality_handles_null()
    {
        Field? none = null;
        Field some = SessionDimensions.Country;

        Assert.True(none == null!);
        Assert.True(some != none);
        Assert.True(none != some);
        Assert.False(some.Equals(none));
    }
}
