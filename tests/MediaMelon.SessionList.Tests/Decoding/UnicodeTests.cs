using System.Text;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.CustomRows;

namespace MediaMelon.SessionList.Tests.Decoding;

/// <summary>Text that is not valid Unicode, such as undeclared Latin-1.</summary>
public sealed class UnicodeTests
{
    [Fact]
    public void PageDecoder_Decode_invalid_UTF_8_replaces_and_counts_it()
    {
        var response = new PageDecoder(new()).Decode(Latin1("""{"response":[{"assetname":"Café","country":"US"},{"assetname":"Café\n","city":"Zürich"}]}"""));

        Assert.Equal(["Caf\ufffd", "Caf\ufffd\n"], response.Sessions.Select(session => session.AssetName));
        Assert.Equal(3, response.UnreadableValues);
    }

    [Theory]
    [InlineData("sessionid")]
    [InlineData("subscriberid")]
    public void PageDecoder_Decode_ids_of_invalid_UTF_8_are_null_and_kept_in_AdditionalFields(string column)
    {
        var response = new PageDecoder(new()).Decode(Latin1($$"""{"response":[{"{{column}}":"user-é"},{"{{column}}":"user-è"},{"{{column}}":"user-\ud83d"},{"{{column}}":"c"}]}"""));

        Assert.Equal([null, null, null, "c"], response.Sessions.Select(session => column == "sessionid" ? session.SessionId : session.SubscriberId));
        Assert.Equal("user-\ufffd", response.Sessions[0].AdditionalFields[column].GetString());
        Assert.Equal(3, response.UnreadableValues);
    }

    [Fact]
    public void PageDecoder_Decode_lone_surrogate_replaces_and_counts_it()
    {
        var response = new PageDecoder(new()).Decode(Latin1("""{"response":[{"assetname":"a\ud800","status":"\udc00"}]}"""));

        Assert.Equal("a\ufffd", Assert.Single(response.Sessions).AssetName);
        Assert.Equal(2, response.UnreadableValues);
    }

    [Fact]
    public void PageDecoder_Decode_typed_rows_of_invalid_unicode_replaces_and_counts_it()
    {
        var page = Latin1("""{"response":[{"sessionid":"é","country":"é"},{"sessionid":"b","country":"\ud800"}]}""");

        var decoder = new RowsDecoder<Start>(RowType<Start>.Create(OwnContext.Default.Start));
        var response = (RowsResponse<Start>)decoder.Decode(page);

        Assert.Equal([null, "b"], response.Rows.Select(row => row.Id));
        Assert.Equal(["\ufffd", "\ufffd"], response.Rows.Select(row => row.Country));
        Assert.Equal(3, response.UnreadableValues);
    }

    private static byte[] Latin1(string json) => Encoding.Latin1.GetBytes(json);
}
