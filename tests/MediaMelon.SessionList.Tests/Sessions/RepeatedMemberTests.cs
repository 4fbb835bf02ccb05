using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.Decoding;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>A name that occurs twice in a row: the last value counts, in sessions and in typed rows.</summary>
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
    public void Decode_repeated_name_takes_the_last_value(string members, double? seconds, int unreadable)
    {
        var page = Encoding.UTF8.GetBytes($$"""{"response":[{{{members}}},{"latency":5},{{{members}}}]}""");

        var answer = new PageDecoder().Decode(page);
        using var arrived = new RowsDecoder<Row>(RowType<Row>.Create((JsonTypeInfo<Row>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Row)))).Begin();
        var typed = (RowsResponse<Row>)arrived.Finish(page);

        Assert.Equal([seconds, 5, seconds], answer.Sessions.Select(session => session.StartupTime?.TotalSeconds));
        Assert.Equal([seconds, 5, seconds], typed.Rows.Select(row => row.StartupTime?.TotalSeconds));
        Assert.Equal(2 * unreadable, answer.UnreadableValues);
        Assert.Equal(2 * unreadable, typed.UnreadableValues);
        Assert.Equal(unreadable > 0, answer.Sessions[0].AdditionalFields.ContainsKey("latency"));
    }

    [Fact]
    public void Decode_repeated_id_identifies_the_row_by_the_last_one_in_both()
    {
        var page = Encoding.UTF8.GetBytes("""{"response":[{"sessionid":"a","starttime":1775749962,"sessionid":null,"starttime":null,"totalpages":3,"totalpages":4}]}""");

        var session = Assert.Single(new PageDecoder().Decode(page).Sessions);
        using var arrived = new RowsDecoder<Row>(RowType<Row>.Create((JsonTypeInfo<Row>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Row)))).Begin();
        var walked = Assert.Single(arrived.Finish(page).Sessions);

        Assert.Equal((null, null), (session.SessionId, session.StartTime));
        Assert.Equal((null, null), (walked.SessionId, walked.StartTime));
        Assert.Equal(4, session.AdditionalFields["totalpages"].GetInt32());
        Assert.Equal(4, walked.AdditionalFields["totalpages"].GetInt32());
    }

    [Fact]
    public void Decode_value_that_a_later_one_replaces_does_not_fail_the_row()
    {
        var page = """{"response":[{"latency":"abc","latency":1.5}]}"""u8;

        using var arrived = new RowsDecoder<Whole>(RowType<Whole>.Create((JsonTypeInfo<Whole>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Whole)))).Begin();

        Assert.Equal(1.5, Assert.Single(((RowsResponse<Whole>)arrived.Finish(page)).Rows).Seconds);
    }

    [Fact]
    public void Deserialize_repeated_name_takes_the_last_value() =>
        Assert.Null(JsonSerializer.Deserialize<VideoSession>("""{"country":"US","country":null}""")!.Country);

    internal sealed record Row([property: JsonPropertyName("latency")] TimeSpan? StartupTime);

    internal sealed record Whole([property: JsonPropertyName("latency")] double Seconds);
}
