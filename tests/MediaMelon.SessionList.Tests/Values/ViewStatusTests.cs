using System.Text.Json;

namespace MediaMelon.SessionList.Tests.Values;

public sealed class ViewStatusTests
{
    [Fact]
    public void ViewStatus_known_values_are_lower_case()
    {
        Assert.Equal("running", ViewStatus.Running.Value);
        Assert.Equal("loaded", ViewStatus.Loaded.Value);
        Assert.Equal("ended", ViewStatus.Ended.Value);
        Assert.Equal("dropped", ViewStatus.Dropped.Value);
    }

    [Fact]
    public void ViewStatus_equality_ignores_case()
    {
        var shouted = new ViewStatus("RUNNING");

        Assert.Equal(ViewStatus.Running, shouted);
        Assert.True(ViewStatus.Running == shouted);
        Assert.False(ViewStatus.Running != shouted);
        Assert.Equal(ViewStatus.Running.GetHashCode(), shouted.GetHashCode());
        Assert.NotEqual(ViewStatus.Running, ViewStatus.Loaded);
        Assert.NotEqual(ViewStatus.Running, new ViewStatus("runnıng"));
    }

    [Fact]
    public void ViewStatus_keeps_any_value_unchanged()
    {
        var status = new ViewStatus("Buffering forever");

        Assert.Equal("Buffering forever", status.Value);
        Assert.Equal("Buffering forever", status.ToString());
    }

    [Fact]
    public void ViewStatus_default_is_the_empty_string()
    {
        Assert.Equal("", default(ViewStatus).Value);
        Assert.Equal("", default(ViewStatus).ToString());
        Assert.Equal(new ViewStatus(""), default);
        Assert.Equal(new ViewStatus("").GetHashCode(), default(ViewStatus).GetHashCode());
    }

    [Fact]
    public void ViewStatus_with_null_throws() => Assert.Throws<ArgumentNullException>("value", () => new ViewStatus(null!));

    [Fact]
    public void ViewStatus_is_serialized_as_its_string()
    {
        Assert.Equal("\"ended\"", JsonSerializer.Serialize(ViewStatus.Ended));
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(ViewStatus)));
        Assert.Equal("DROPPED", JsonSerializer.Deserialize<ViewStatus>("\"DROPPED\"").Value);
        Assert.Equal("7", JsonSerializer.Deserialize<ViewStatus>("7").Value);
        Assert.Null(JsonSerializer.Deserialize<ViewStatus?>("null"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[\"ended\"]")]
    public void ViewStatus_from_other_JSON_throws(string json)
    {
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ViewStatus>(json));

        Assert.StartsWith("A view status must be a string. This value is ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ViewStatusJsonConverter_Write_without_writer_throws() =>
        Assert.Throws<ArgumentNullException>("writer", () => new ViewStatusJsonConverter().Write(null!, ViewStatus.Ended, JsonSerializerOptions.Default));
}
