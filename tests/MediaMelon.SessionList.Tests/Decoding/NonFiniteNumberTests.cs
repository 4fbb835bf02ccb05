using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Tests.CustomRows;

namespace MediaMelon.SessionList.Tests.Decoding;

/// <summary>Numbers that JSON does not have, as Python's json module and C's printf write them.</summary>
public sealed class NonFiniteNumberTests
{
    public static TheoryData<string> Words { get; } = ["NaN", "Infinity", "-Infinity", "nan", "-nan", "inf", "-inf", "+Infinity", "-NaN"];

    [Theory]
    [MemberData(nameof(Words))]
    public void Decode_page_with_bare_word_reads_no_value_there_and_everything_else(string word)
    {
        var page = Page($$"""{"totalcount":{{word}},"response":[{"sessionid":"a","latency":{{word}},"country": {{word}} ,"mine":{{word}}},{"sessionid":"NaN","errors":2,"mine":[{{word}},{"x":{{word}}}]}],"pagecount":2}""");

        var answer = new PageDecoder().Decode(page);

        Assert.Null(answer.TotalCount);
        Assert.Equal(2, answer.PageCount);
        Assert.Equal(0, answer.UnreadableValues);
        Assert.Equal(["a", "NaN"], answer.Sessions.Select(session => session.SessionId));
        Assert.Null(answer.Sessions[0].StartupTime);
        Assert.Null(answer.Sessions[0].Country);
        Assert.Equal(JsonValueKind.Null, answer.Sessions[0].AdditionalFields["mine"].ValueKind);
        Assert.Equal("[null,{\"x\":null}]", answer.Sessions[1].AdditionalFields["mine"].GetRawText());
        Assert.Equal(2, answer.Sessions[1].Errors);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Decode_typed_page_with_bare_word_reads_no_value_there(string word)
    {
        var page = Page($$"""{"response":[{"sessionid":"a","latency":{{word}}},{"sessionid":"b","latency":2}]}""");

        using var arrived = new RowsDecoder<Start>(RowType<Start>.Create(OwnContext.Default.Start)).Begin();
        var rows = ((RowsResponse<Start>)arrived.Finish(page)).Rows;

        Assert.Equal([null, TimeSpan.FromSeconds(2)], rows.Select(row => row.StartupTime));
    }

    [Fact]
    public void Decode_page_whose_buffer_ended_within_a_bare_word_reads_all_rows()
    {
        var page = Page("""{"response":[{"sessionid":"a","latency":1},{"sessionid":"b","latency":-Infinity},{"sessionid":"c","latency":NaN}]}""");
        for (var arrived = 0; arrived < page.Length; arrived++)
        {
            var decoder = new PageDecoder(smallestStep: 1);
            decoder.ReadAhead(page.AsSpan(0, arrived));

            Assert.Equal(["a", "b", "c"], decoder.Finish(page).Sessions.Select(session => session.SessionId));
        }
    }

    [Theory]
    [InlineData("""{"response":[{"latency":NaNo}]}""")]
    [InlineData("""{"response":[{"latency":xNaN}]}""")]
    [InlineData("""{"response":[{"latency":--NaN}]}""")]
    [InlineData("""{"response":[{NaN:1}]}""")]
    [InlineData("""{"response":[{"latency":NaN""")]
    [InlineData("""{"response":[{"latency":NaN},{"latency":}]}""")]
    [InlineData("NaN")]
    public void Decode_other_words_are_refused(string json) => Assert.ThrowsAny<JsonException>(() => new PageDecoder().Decode(Page(json)));

    [Theory]
    [InlineData("""{"response":[{"assetname":"a:NaN,"}]}""")]
    [InlineData("""{"response":[{"assetname":"\":NaN,"}]}""")]
    [InlineData("""{"response":[{"assetname":"\\"},null]}""")]
    public void TryReplace_text_is_left_as_it_is(string json) => Assert.False(NonFiniteNumbers.TryReplace(Page(json), out _));

    private static byte[] Page(string json) => Encoding.UTF8.GetBytes(json);
}
