using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.CustomRows;

namespace MediaMelon.SessionList.Tests.Decoding;

/// <summary>Non-finite numbers, which JSON does not have, as Python's json module and C's printf write them.</summary>
public sealed class NonFiniteNumberTests
{
    public static TheoryData<string> Literals { get; } = ["NaN", "Infinity", "-Infinity", "nan", "-nan", "inf", "-inf", "+Infinity", "-NaN"];

    [Theory]
    [MemberData(nameof(Literals))]
    public void PageDecoder_Decode_page_with_unquoted_non_finite_numbers_reads_all_other_values(string literal)
    {
        var page = Page($$"""{"totalcount":{{literal}},"response":[{"sessionid":"a","latency":{{literal}},"country": {{literal}} ,"mine":{{literal}}},{"sessionid":"NaN","errors":2,"mine":[{{literal}},{"x":{{literal}}}]}],"pagecount":2}""");

        var response = new PageDecoder(new()).Decode(page);

        Assert.Null(response.TotalCount);
        Assert.Equal(2, response.PageCount);
        Assert.Equal(0, response.UnreadableValues);
        Assert.Equal(["a", "NaN"], response.Sessions.Select(session => session.SessionId));
        Assert.Null(response.Sessions[0].StartupTime);
        Assert.Null(response.Sessions[0].Country);
        Assert.Equal(JsonValueKind.Null, response.Sessions[0].AdditionalFields["mine"].ValueKind);
        Assert.Equal("[null,{\"x\":null}]", response.Sessions[1].AdditionalFields["mine"].GetRawText());
        Assert.Equal(2, response.Sessions[1].Errors);
    }

    [Theory]
    [MemberData(nameof(Literals))]
    public void PageDecoder_Decode_typed_rows_with_an_unquoted_non_finite_number_sets_null(string literal)
    {
        var page = Page($$"""{"response":[{"sessionid":"a","latency":{{literal}}},{"sessionid":"b","latency":2}]}""");

        var decoder = new RowsDecoder<Start>(RowType<Start>.Create(OwnContext.Default.Start));
        var rows = ((RowsResponse<Start>)decoder.Decode(page)).Rows;

        Assert.Equal([null, TimeSpan.FromSeconds(2)], rows.Select(row => row.StartupTime));
    }

    [Theory]
    [InlineData("""{"response":[{"latency":NaNo}]}""")]
    [InlineData("""{"response":[{"latency":xNaN}]}""")]
    [InlineData("""{"response":[{"latency":--NaN}]}""")]
    [InlineData("""{"response":[{NaN:1}]}""")]
    [InlineData("""{"response":[{"latency":NaN""")]
    [InlineData("""{"response":[{"latency":NaN},{"latency":}]}""")]
    [InlineData("NaN")]
    [InlineData("\uFEFF\uFEFF{\"response\":[{\"latency\":NaN}]}")] // one byte order mark is accepted, but not two
    public void PageDecoder_Decode_page_with_another_unquoted_literal_throws_JsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => new PageDecoder(new()).Decode(Page(json)));

    [Theory]
    [InlineData("""{"response":[{"assetname":"a:NaN,"}]}""")]
    [InlineData("""{"response":[{"assetname":"\":NaN,"}]}""")]
    [InlineData("""{"response":[{"assetname":"\\"},null]}""")]
    public void NonFiniteNumbers_TryReplace_within_text_returns_false(string json) =>
        Assert.False(NonFiniteNumbers.TryReplace(Page(json), out _));

    private static byte[] Page(string json) => Encoding.UTF8.GetBytes(json);
}
