namespace MediaMelon.SessionList.Tests.Fields;

public sealed class DimensionFilterTests
{
    [Fact]
    public void DimensionFilter_ToString_formats_one_group()
    {
        Assert.Equal("[country=US]", SessionDimensions.Country.Is("US").ToString());
        Assert.Equal("[country=US|Canada]", SessionDimensions.Country.In("US", "Canada").ToString());
        Assert.Equal("[country=US|Canada]", SessionDimensions.Country.In(new List<string> { "US", "Canada" }).ToString());
        Assert.Equal("[islive=true|false]", SessionDimensions.IsLive.In(true, false).ToString());
        Assert.Equal("[status=dropped]", SessionDimensions.ViewStatus.Is(ViewStatus.Dropped).ToString());
    }

    [Fact]
    public void DimensionFilter_exposes_its_dimension_and_values()
    {
        var filter = SessionDimensions.Country.In("US", "Canada");

        Assert.Same(SessionDimensions.Country, filter.Dimension);
        Assert.Equal(["US", "Canada"], filter.Values);
        Assert.False(filter.Values is string[] or List<string>, "A cast would make the filter mutable.");
    }

    [Fact]
    public void DimensionFilter_with_repeated_value_contains_it_once()
    {
        var filter = SessionDimensions.Country.In("US", "Canada", "US", "us");

        Assert.Equal("[country=US|Canada|us]", filter.ToString());
        Assert.Equal(["US", "Canada", "us"], filter.Values);
        Assert.Equal("[islive=true]", SessionDimensions.IsLive.In(true, true).ToString());
    }

    [Fact]
    public void DimensionFilter_without_a_value_throws()
    {
        Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In());
        Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In(new List<string>()));
        Assert.Throws<ArgumentNullException>("values", () => SessionDimensions.Country.In((string[])null!));
        Assert.Throws<ArgumentNullException>("values", () => SessionDimensions.Country.In((IEnumerable<string>)null!));
        Assert.Throws<ArgumentNullException>("value", () => SessionDimensions.Country.Is(null!));
        Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In("US", null!));
    }

    [Fact]
    public void DimensionFilter_without_a_value_throws_with_the_reason()
    {
        var none = Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In());
        var one = Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In("US", null!));

        Assert.StartsWith("A filter on country requires at least one value.", none.Message, StringComparison.Ordinal);
        Assert.StartsWith("Value 1 is null. A filter requires text.", one.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DimensionFilter_with_reserved_character_throws_and_suggests_Raw() =>
        Assert.StartsWith(
            "A filter on country cannot contain this value. Position 1 contains '|', which is part of the filter grammar and cannot be escaped. "
                + "DimensionFilter.Raw sends text unchanged.",
            Assert.Throws<ArgumentException>("value", () => SessionDimensions.Country.Is("a|b")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[", "'['")]
    [InlineData("]", "']'")]
    [InlineData("a|b", "'|'")]
    [InlineData("a=b", "'='")]
    [InlineData("US][cdn=evil", "']'")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\0", "U+0000")]
    [InlineData("a\u007f", "U+007F")]
    [InlineData("a\u0085", "U+0085")]
    [InlineData("", "empty")]
    [InlineData(" ", "white space")]
    [InlineData("\u00a0\u2003", "white space")]
    public void DimensionFilter_with_value_that_cannot_be_escaped_throws(string given, string why)
    {
        var one = Assert.Throws<ArgumentException>("value", () => SessionDimensions.Country.Is(given));
        var many = Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In("US", given));

        Assert.Contains(why, one.Message, StringComparison.Ordinal);
        Assert.Contains(why, many.Message, StringComparison.Ordinal);
        Assert.Contains("country", one.Message, StringComparison.Ordinal);
    }

    // This is not a theory: an attribute cannot contain an unpaired surrogate.
    [Fact]
    public void DimensionFilter_with_unpaired_surrogate_throws()
    {
        foreach (
            var (given, half) in new[]
            {
                ("a\ud800", "U+D800"),
                ("\udc00a", "U+DC00"),
                ("\ude00\ud83d", "U+DE00"),
                ("\ud83dx", "U+D83D"),
            })
        {
            var refused = Assert.Throws<ArgumentException>("value", () => SessionDimensions.Country.Is(given));

            Assert.Contains(half, refused.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>("text", () => DimensionFilter.Raw(given));
            Assert.Throws<ArgumentException>("text", () => MetricCondition.Raw(given));
        }
    }

    [Fact]
    public void DimensionFilter_with_empty_or_reserved_status_throws()
    {
        Assert.Throws<ArgumentException>("value", () => SessionDimensions.ViewStatus.Is(default));
        Assert.Throws<ArgumentException>("value", () => SessionDimensions.ViewStatus.Is(new ViewStatus("a]b")));
    }

    [Fact]
    public void DimensionFilter_exception_does_not_contain_the_value()
    {
        var refused = Assert.Throws<ArgumentException>(() => SessionDimensions.SubscriberId.Is("jane.doe@example.org|x"));

        Assert.DoesNotContain("jane", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("São Paulo")]
    [InlineData("\ud83d\ude00")]
    [InlineData("مرحبا")]
    [InlineData("a,b&c+d%20#e?f/g\\h\"i'j>k<l;m:n(o){p}*$!@~`^")]
    [InlineData(" blanks at both ends ")]
    [InlineData("\u200b")]
    [InlineData("\ufffe")]
    public void DimensionFilter_keeps_all_other_characters_unchanged(string value)
    {
        var filter = SessionDimensions.Text("x").Is(value);

        Assert.Equal($"[x={value}]", filter.ToString());
        Assert.Equal([value], filter.Values);
    }

    [Fact]
    public void DimensionFilter_equality_compares_dimension_and_values_in_order()
    {
        var filter = SessionDimensions.Country.In("US", "Canada");
        var same = SessionDimensions.Text("country").In("US", "Canada");

        Assert.Equal(filter, same);
        Assert.True(filter == same);
        Assert.Equal(filter.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(filter, SessionDimensions.Country.In("Canada", "US"));
        Assert.NotEqual(filter, SessionDimensions.Country.In("US", "canada"));
        Assert.NotEqual(filter, SessionDimensions.Country.Is("US"));
        Assert.NotEqual(SessionDimensions.Country.Is("x"), SessionDimensions.Cdn.Is("x"));
        Assert.False(filter.Equals(null));
    }

    [Theory]
    [InlineData("[country!=US]")]
    [InlineData("country=US,device=TV")]
    [InlineData("  [a=b|c=d]]] ")]
    [InlineData("x")]
    public void DimensionFilter_Raw_keeps_the_text_unchanged(string text)
    {
        var filter = DimensionFilter.Raw(text);

        Assert.Equal(text, filter.ToString());
        Assert.Null(filter.Dimension);
        Assert.Empty(filter.Values);
        Assert.Equal(filter, DimensionFilter.Raw(text));
    }

    [Fact]
    public void DimensionFilter_Raw_is_not_equal_to_a_typed_filter_with_the_same_text() =>
        Assert.NotEqual(SessionDimensions.Country.Is("US"), DimensionFilter.Raw("[country=US]"));

    [Theory]
    [InlineData("")]
    [InlineData(" \u2003 ")]
    [InlineData("a\tb")]
    [InlineData("[a=b]\r\n")]
    [InlineData("[a=\u009f]")]
    public void Raw_with_empty_text_or_control_characters_throws(string given)
    {
        Assert.Throws<ArgumentException>("text", () => DimensionFilter.Raw(given));
        Assert.Throws<ArgumentException>("text", () => MetricCondition.Raw(given));
    }

    [Fact]
    public void DimensionFilter_Raw_with_white_space_throws_with_the_reason() =>
        Assert.StartsWith(
            "The text must not be empty or white space.",
            Assert.Throws<ArgumentException>("text", () => DimensionFilter.Raw(" ")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Raw_with_null_throws()
    {
        Assert.Throws<ArgumentNullException>("text", () => DimensionFilter.Raw(null!));
        Assert.Throws<ArgumentNullException>("text", () => MetricCondition.Raw(null!));
    }
}
