namespace MediaMelon.SessionList.Tests.Fields;

public sealed class DimensionFilterTests
{
    [Fact]
    public void Is_written_as_one_group()
    {
        Assert.Equal("[country=US]", SessionDimensions.Country.Is("US").ToString());
        Assert.Equal("[country=US|Canada]", SessionDimensions.Country.In("US", "Canada").ToString());
        Assert.Equal("[country=US|Canada]", SessionDimensions.Country.In(new List<string> { "US", "Canada" }).ToString());
        Assert.Equal("[islive=true|false]", SessionDimensions.IsLive.In(true, false).ToString());
        Assert.Equal("[status=dropped]", SessionDimensions.ViewStatus.Is(ViewStatus.Dropped).ToString());
    }

    [Fact]
    public void Tells_its_dimension_and_its_values()
    {
        var filter = SessionDimensions.Country.In("US", "Canada");

        Assert.Same(SessionDimensions.Country, filter.Dimension);
        Assert.Equal(["US", "Canada"], filter.Values);
        Assert.False(filter.Values is string[] or List<string>, "A cast would open the filter to changes.");
    }

    [Fact]
    public void Writes_a_repeated_value_once()
    {
        var filter = SessionDimensions.Country.In("US", "Canada", "US", "us");

        Assert.Equal("[country=US|Canada|us]", filter.ToString());
        Assert.Equal(["US", "Canada", "us"], filter.Values);
        Assert.Equal("[islive=true]", SessionDimensions.IsLive.In(true, true).ToString());
    }

    [Fact]
    public void Needs_a_value()
    {
        Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In());
        Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In(new List<string>()));
        Assert.Throws<ArgumentNullException>("values", () => SessionDimensions.Country.In((string[])null!));
        Assert.Throws<ArgumentNullException>("values", () => SessionDimensions.Country.In((IEnumerable<string>)null!));
        Assert.Throws<ArgumentNullException>("value", () => SessionDimensions.Country.Is(null!));
        Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In("US", null!));
    }

    [Fact]
    public void Says_what_is_missing()
    {
        var none = Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In());
        var one = Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In("US", null!));

        Assert.StartsWith("A filter on country needs at least one value.", none.Message, StringComparison.Ordinal);
        Assert.StartsWith("Value 1 is null; a filter needs text to match.", one.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_way_out_where_the_grammar_is_in_the_way() =>
        Assert.StartsWith(
            "A filter on country cannot hold this value. Position 1 holds '|', which belongs to the grammar of filters and cannot be escaped; "
                + "DimensionFilter.Raw sends text as written.",
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
    public void Refuses_what_cannot_be_escaped(string given, string why)
    {
        var one = Assert.Throws<ArgumentException>("value", () => SessionDimensions.Country.Is(given));
        var many = Assert.Throws<ArgumentException>("values", () => SessionDimensions.Country.In("US", given));

        Assert.Contains(why, one.Message, StringComparison.Ordinal);
        Assert.Contains(why, many.Message, StringComparison.Ordinal);
        Assert.Contains("country", one.Message, StringComparison.Ordinal);
    }

    // No table: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Refuses_halves_of_surrogate_pairs()
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
    public void Refuses_an_empty_status()
    {
        Assert.Throws<ArgumentException>("value", () => SessionDimensions.ViewStatus.Is(default));
        Assert.Throws<ArgumentException>("value", () => SessionDimensions.ViewStatus.Is(new ViewStatus("a]b")));
    }

    [Fact]
    public void Keeps_a_refused_value_out_of_the_message()
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
    public void Sends_other_characters_as_they_are(string value)
    {
        var filter = SessionDimensions.Text("x").Is(value);

        Assert.Equal($"[x={value}]", filter.ToString());
        Assert.Equal([value], filter.Values);
    }

    [Fact]
    public void Is_equal_by_dimension_and_values_in_order()
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
    public void Raw_text_is_sent_as_written(string text)
    {
        var filter = DimensionFilter.Raw(text);

        Assert.Equal(text, filter.ToString());
        Assert.Null(filter.Dimension);
        Assert.Empty(filter.Values);
        Assert.Equal(filter, DimensionFilter.Raw(text));
    }

    [Fact]
    public void Raw_text_is_not_the_filter_it_spells() =>
        Assert.NotEqual(SessionDimensions.Country.Is("US"), DimensionFilter.Raw("[country=US]"));

    [Theory]
    [InlineData("")]
    [InlineData(" \u2003 ")]
    [InlineData("a\tb")]
    [InlineData("[a=b]\r\n")]
    [InlineData("[a=\u009f]")]
    public void Raw_text_must_be_text(string given)
    {
        Assert.Throws<ArgumentException>("text", () => DimensionFilter.Raw(given));
        Assert.Throws<ArgumentException>("text", () => MetricCondition.Raw(given));
    }

    [Fact]
    public void Raw_text_must_hold_more_than_white_space() =>
        Assert.StartsWith(
            "The text must hold more than white space.",
            Assert.Throws<ArgumentException>("text", () => DimensionFilter.Raw(" ")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Raw_text_must_not_be_null()
    {
        Assert.Throws<ArgumentNullException>("text", () => DimensionFilter.Raw(null!));
        Assert.Throws<ArgumentNullException>("text", () => MetricCondition.Raw(null!));
    }
}
