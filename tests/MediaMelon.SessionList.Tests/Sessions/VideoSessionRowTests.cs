using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>Whole rows: unknown fields, unreadable values, invalid text.</summary>
public sealed class VideoSessionRowTests
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void VideoSession_Deserialize_unreadable_value_does_not_affect_other_fields()
    {
        var session = Read(
            """{"latency":{"a":[1]},"errors":"?","playdur":"2","totalpages":1,"starttime":1775749962000,"country":"US"}""");

        Assert.Null(session.StartupTime);
        Assert.Equal(TimeSpan.FromMinutes(2), session.Playtime);
        Assert.Equal("US", session.Country);
        Assert.Equal(["errors", "latency", "starttime", "totalpages"], session.AdditionalFields.Keys.Order());
        Assert.Equal("{\"a\":[1]}", session.AdditionalFields["latency"].GetRawText());
        Assert.Equal("?", session.AdditionalFields["errors"].GetString());
        Assert.Equal(1775749962000, session.AdditionalFields["starttime"].GetInt64());
    }

    [Fact]
    public void VideoSession_Deserialize_unknown_field_keeps_any_JSON_value_by_name()
    {
        var session = Read("""{"n":1.50,"s":"x","t":true,"z":null,"o":{"a":{}},"l":[1,[2]],"LATENCY":2,"":0,"a\u0062":1}""");

        Assert.Null(session.StartupTime);
        Assert.Equal(9, session.AdditionalFields.Count);
        Assert.Equal("1.50", session.AdditionalFields["n"].GetRawText());
        Assert.Equal("x", session.AdditionalFields["s"].GetString());
        Assert.Equal(JsonValueKind.Null, session.AdditionalFields["z"].ValueKind);
        Assert.Equal("{\"a\":{}}", session.AdditionalFields["o"].GetRawText());
        Assert.Equal(2, session.AdditionalFields["LATENCY"].GetInt32());
        Assert.Equal(1, session.AdditionalFields["ab"].GetInt32());
    }

    [Fact]
    public void VideoSession_Deserialize_unknown_field_accepts_names_of_any_length()
    {
        for (var length = 1; length <= 40; length++)
        {
            var name = new string('x', length);
            Assert.Equal(1, Assert.Single(Read($$"""{"{{name}}":1}""").AdditionalFields, field => field.Key == name).Value.GetInt32());
        }
    }

    [Fact]
    public void VideoSession_Deserialize_unknown_field_keeps_its_escapes() =>
        Assert.Equal("""["caf\u00e9",{"a\u0062":1}]""", Read("""{"mine":["caf\u00e9",{"a\u0062":1}]}""").AdditionalFields["mine"].GetRawText());

    [Fact]
    public void VideoSession_Deserialize_escaped_name_sets_the_unescaped_field() =>
        Assert.Equal(TimeSpan.FromSeconds(2), Read("""{"l\u0061tency":2}""").StartupTime);

    [Fact]
    public void VideoSession_Deserialize_lone_surrogate_returns_the_replacement_character()
    {
        var session = Read(
            """{"assetname":"a\ud800b","country":"\udc00\"\n","latency":"\ud800","mine":"x\ud83d","o\ud800":1,"status":"\ud800"}""");

        Assert.Equal("a\ufffdb", session.AssetName);
        Assert.Equal("\ufffd\"\n", session.Country);
        Assert.Equal("\ufffd", session.ViewStatus!.Value.Value);
        Assert.Null(session.StartupTime);
        Assert.Equal("\ufffd", session.AdditionalFields["latency"].GetString());
        Assert.Equal("x\ufffd", session.AdditionalFields["mine"].GetString());
        Assert.Equal(1, session.AdditionalFields["o\ufffd"].GetInt32());
    }

    [Fact]
    public void VideoSession_Deserialize_escapes_next_to_a_lone_surrogate_returns_their_characters() =>
        Assert.Equal(
            "\ufffd\b\f\n\r\t\"\\/é\ud83d\ude00z",
            Read("""{"assetname":"\ud800\b\f\n\r\t\"\\\/\u00E9\ud83d\uDE00z"}""").AssetName);

    [Fact]
    public void VideoSession_Deserialize_invalid_UTF_8_returns_the_replacement_character()
    {
        var session = Read(IllFormed("""{"assetname":"a?b","errors":"?","mine":"x?","o?":1,"country":"\u0041?\n"}"""));

        Assert.Equal("a\ufffdb", session.AssetName);
        Assert.Equal("A\ufffd\n", session.Country);
        Assert.Null(session.Errors);
        Assert.Equal("\ufffd", session.AdditionalFields["errors"].GetString());
        Assert.Equal("x\ufffd", session.AdditionalFields["mine"].GetString());
        Assert.Equal(1, session.AdditionalFields["o\ufffd"].GetInt32());
    }

    [Fact]
    public void VideoSession_Deserialize_invalid_text_in_nested_values_returns_the_replacement_character()
    {
        var session = Read(IllFormed("""{"mine":{"a?":["x?",{"b\ud800":"\ud800?"}, 1.50, null]},"latency":["?"]}"""));

        Assert.Equal(
            "{\"a\ufffd\":[\"x\ufffd\",{\"b\ufffd\":\"\ufffd\ufffd\"},1.50,null]}",
            Plain(session.AdditionalFields["mine"]));
        Assert.Equal("[\"\ufffd\"]", Plain(session.AdditionalFields["latency"]));

        Assert.Equal("{\"k\ufffd\":1}", Plain(Read(IllFormed("""{"mine":{"k?":1}}""")).AdditionalFields["mine"]));

        // The session can be serialized again.
        Assert.Equal(["latency", "mine"], Read(JsonSerializer.SerializeToUtf8Bytes(session)).AdditionalFields.Keys.Order());

        static string Plain(JsonElement element) => JsonSerializer.Serialize(element, Unescaped);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    [InlineData("{")]
    [InlineData("{\"a\":")]
    [InlineData("{\"latency\":{")]
    [InlineData("{\"latency\":1")]
    [InlineData("{\"latency\":01}")]
    public void VideoSession_Deserialize_from_another_value_throws_JsonException(string json) =>
        Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void VideoSession_Deserialize_from_null_returns_null() =>
        Assert.Null(JsonSerializer.Deserialize<VideoSession>("null"));

    [Fact]
    public void VideoSession_Deserialize_empty_row_returns_a_session_without_values()
    {
        Assert.Equal(new VideoSession(), Read("{}"));
        Assert.Same(new VideoSession().AdditionalFields, Read("{\"latency\":null}").AdditionalFields);
    }

    [Fact]
    public void VideoSession_Deserialize_with_repeated_name_uses_the_last_value()
    {
        Assert.Equal("b", Read("""{"cdn":"a","cdn":"b"}""").Cdn);
        Assert.Equal(2, Read("""{"x":1,"x":2}""").AdditionalFields["x"].GetInt32());
    }

    private static VideoSession Read(string json) => JsonSerializer.Deserialize<VideoSession>(json)!;

    private static VideoSession Read(byte[] json) => JsonSerializer.Deserialize<VideoSession>(json)!;

    // Replaces each question mark with a byte that is invalid in UTF-8.
    private static byte[] IllFormed(string json) =>
        [.. Encoding.UTF8.GetBytes(json).Select(value => value == (byte)'?' ? (byte)0xFF : value)];
}
