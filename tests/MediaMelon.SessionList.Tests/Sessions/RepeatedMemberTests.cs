using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>A name that occurs twice in a row: sessions and typed rows use the last value.</summary>
public sealed class RepeatedMemberTests
{
    [Theory]
    [InlineData("\"latency\":1,\"latency\":2", 2.0, 0)]
    [InlineData("\"latency\":1,\"latency\":null", null, 0)]
    [InlineData("\"latency\":1,\"latency\":\"-\"", null, 0)]
    [InlineData("\"latency\":1,\"latency\":\"abc\"", null, 1)]
    [InlineData("\"latency\":\"abc\",\"latency\":2", 2.0, 0)]
    [InlineData("\"latency\":{\"a\":1},\"latency\":2,\"latency\":3", 3.0, 0)]
    [InlineData("\"latency\":1,\"l\\u0061tency\":2", 2.0, 0)]
    [InlineData("\"latency\":1,\"x\":1,\"x\":2", 1.0, 0)]
    public void PageDecoder_Decode_repeated_name_uses_the_last_value(string members, double? seconds, int unreadable)
    {
        var page = Encoding.UTF8.GetBytes($$"""{"response":[{{{members}}},{"latency":5},{{{members}}}]}""");

        var response = new PageDecoder(new()).Decode(page);
        var decoder = new RowsDecoder<Row>(RowType<Row>.Create((JsonTypeInfo<Row>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Row))));
        var typed = (RowsResponse<Row>)decoder.Decode(page);

        Assert.Equal([seconds, 5, seconds], response.Sessions.Select(session => session.StartupTime?.TotalSeconds));
        Assert.Equal([seconds, 5, seconds], typed.Rows.Select(row => row.StartupTime?.TotalSeconds));
        Assert.Equal(2 * unreadable, response.UnreadableValues);
        Assert.Equal(2 * unreadable, typed.UnreadableValues);
        Assert.Equal(unreadable > 0, response.Sessions[0].AdditionalFields.ContainsKey("latency"));
    }

    [Fact]
    public void PageDecoder_Decode_repeated_id_uses_the_last_id_for_sessions_and_typed_rows()
    {
        var page = Encoding.UTF8.GetBytes("""{"response":[{"sessionid":"a","starttime":1775749962,"sessionid":null,"starttime":null,"totalpages":3,"totalpages":4}]}""");

        var session = Assert.Single(new PageDecoder(new()).Decode(page).Sessions);
        var decoder = new RowsDecoder<Row>(RowType<Row>.Create((JsonTypeInfo<Row>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Row))));
        var typedRow = Assert.Single(decoder.Decode(page).Sessions);

        Assert.Equal((null, null), (session.SessionId, session.StartTime));
        Assert.Equal((null, null), (typedRow.SessionId, typedRow.StartTime));
        Assert.Equal(4, session.AdditionalFields["totalpages"].GetInt32());
        Assert.Equal(4, typedRow.AdditionalFields["totalpages"].GetInt32());
    }

    [Fact]
    public void PageDecoder_Decode_unreadable_value_replaced_by_a_later_value_does_not_throw()
    {
        var page = """{"response":[{"latency":"abc","latency":1.5}]}"""u8;

        var decoder = new RowsDecoder<RequiredRow>(RowType<RequiredRow>.Create((JsonTypeInfo<RequiredRow>)JsonSerializerOptions.Default.GetTypeInfo(typeof(RequiredRow))));

        Assert.Equal(1.5, Assert.Single(((RowsResponse<RequiredRow>)decoder.Decode(page)).Rows).Seconds);
    }

    [Fact]
    public void VideoSession_Deserialize_repeated_name_uses_the_last_value() =>
        Assert.Null(JsonSerializer.Deserialize<VideoSession>("""{"country":"US","country":null}""")!.Country);

    internal sealed record Row([property: JsonPropertyName("latency")] TimeSpan? StartupTime);

    internal sealed record RequiredRow([property: JsonPropertyName("latency")] double Seconds);
}
