using System.Text;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.CustomRows;

namespace MediaMelon.SessionList.Tests.Decoding;

/// <summary>Text that is not valid Unicode, such as Latin-1 that nobody declared.</summary>
public sealed class UnicodeTests
{
    [Fact]
    public void Decode_text_that_is_not_utf_8_is_mended_and_counted()
    {
        var answer = new PageDecoder().Decode(Latin1("""{"response":[{"assetname":"Café","country":"US"},{"assetname":"Café\n","city":"Zürich"}]}"""));

        Assert.Equal(["Caf\ufffd", "Caf\ufffd\n"], answer.Sessions.Select(session => session.AssetName));
        Assert.Equal(3, answer.UnreadableValues);
    }

    [Theory]
    [InlineData("sessionid")]
    [InlineData("subscriberid")]
    public void Decode_two_ids_that_are_not_utf_8_do_not_become_one(string column)
    {
        var answer = new PageDecoder().Decode(Latin1($$"""{"response":[{"{{column}}":"user-é"},{"{{column}}":"user-è"},{"{{column}}":"user-\ud83d"},{"{{column}}":"c"}]}"""));

        Assert.Equal([null, null, null, "c"], answer.Sessions.Select(session => column == "sessionid" ? session.SessionId : session.SubscriberId));
        Assert.Equal("user-\ufffd", answer.Sessions[0].AdditionalFields[column].GetString());
        Assert.Equal(3, answer.UnreadableValues);
    }

    [Fact]
    public void Decode_half_a_surrogate_pair_is_mended_and_counted()
    {
        var answer = new PageDecoder().Decode(Latin1("""{"response":[{"assetname":"a\ud800","status":"\udc00"}]}"""));

        Assert.Equal("a\ufffd", Assert.Single(answer.Sessions).AssetName);
        Assert.Equal(2, answer.UnreadableValues);
    }

    [Fact]
    public void Decode_typed_rows_count_the_same()
    {
        var page = Latin1("""{"response":[{"sessionid":"é","country":"é"},{"sessionid":"b","country":"\ud800"}]}""");

        using var arrived = new RowsDecoder<Start>(RowType<Start>.Create(OwnContext.Default.Start)).Begin();
        var answer = (RowsResponse<Start>)arrived.Finish(page);

        Assert.Equal([null, "b"], answer.Rows.Select(row => row.Id));
        Assert.Equal(["\ufffd", "\ufffd"], answer.Rows.Select(row => row.Country));
        Assert.Equal(3, answer.UnreadableValues);
    }

    private static byte[] Latin1(string json) => Encoding.Latin1.GetBytes(json);
}
