using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Decoding;

public sealed class PageDecoderTests
{
    private static readonly int Number = Cases.Count(100_000);

    /// <summary>The fast reader may fall back at any point, but must never return another result.</summary>
    [Fact]
    public void PageDecoder_decodes_random_pages_like_EnvelopeReader()
    {
        var decoder = new PageDecoder(new());
        for (var seed = 0; seed < Number; seed++)
        {
            var page = RandomPages.Create(seed);
            Assert.True(Describe(() => Reference(page)) == Describe(() => decoder.Decode(page)), $"seed {seed}: {Encoding.UTF8.GetString(page)}");
        }
    }

    [Theory]
    [InlineData("3")]
    [InlineData("3 ")]
    [InlineData("3\n  ")]
    [InlineData("\"3\"")]
    [InlineData("null\n")]
    public void PageDecoder_similar_rows_share_equal_strings_and_fields(string total)
    {
        var decoder = new PageDecoder(new());
        var page = Encoding.UTF8.GetBytes(
            $$$"""{"response":[{"country":"US","assetname":"Ünder","totalpages":{{{total}}}},{"country":"US","assetname":"Ünder","totalpages":{{{total}}}},{"country":"DE","assetname":"Ünder","totalpages":{{{total}}}}]}""");

        var sessions = decoder.Decode(page).Sessions;
        var later = decoder.Decode(page).Sessions;

        Assert.Same(sessions[1].Country, later[0].Country);
        Assert.Same(sessions[1].AssetName, sessions[2].AssetName);
        Assert.Same(sessions[1].AdditionalFields, sessions[2].AdditionalFields);
        Assert.Equal("DE", sessions[2].Country);
    }

    // Difficult for a reader that expects equal layouts: escapes, nulls, other orders, other fields, blanks.
    [Fact]
    public void RowScanner_reads_rows_of_different_layouts_and_shares_equal_strings()
    {
        var page = """
            {"response":[{"country":"U\u0053","assetname":"a \"b\"","latency":null},{"latency":1.5,"assetname":"a \"b\""},
            { "assetname" : "a \"b\"" , "country" : "US" },{"country":"US","errors":null,"assetname":"a \"b\"","totalpages":1},
            {"totalpages":1,"assetname":"a \"b\"","country":"US"}]}
            """u8.ToArray();
        var rows = page.ToList().IndexOf((byte)'[');
        var position = rows + 1;
        var scanner = new RowScanner(new());
        var sessions = new List<VideoSession>();
        while (scanner.TryRead(page, ref position) is { } session)
        {
            sessions.Add(session);
            position++;
            while (page[position] is (byte)'\n' or (byte)' ' or (byte)'\r')
                position++;
        }

        Assert.Equal(5, sessions.Count);
        Assert.All(sessions, session => Assert.Same(sessions[0].AssetName, session.AssetName));
        Assert.Same(sessions[0].Country, sessions[4].Country);
        Assert.Same(sessions[3].AdditionalFields, sessions[4].AdditionalFields);
    }

    [Fact]
    public void PageDecoder_Decode_custom_field_returns_the_value_of_each_row()
    {
        var page = Encoding.UTF8.GetBytes("""{"response":[{"city":"Oslo"},{"city":"Oslo"},{"city":"Bergen"},{"city":null},{"city":"Oslo"}]}""");

        var cities = new PageDecoder(new()).Decode(page).Sessions.Select(session => session.AdditionalFields["city"].ToString());

        Assert.Equal(["Oslo", "Oslo", "Bergen", "", "Oslo"], cities);
    }

    [Theory]
    [InlineData("""{"city":"Oslo","city":"Bergen"}""", """{"city":"Oslo","city":"Bergen"}""")] // a key that occurs twice
    [InlineData("""{"cdn":"a","cdn":"b"}""", """{"cdn":"c","cdn":"d"}""")]
    [InlineData("""{"latency":1.5}""", """{"latency":{"a":1}}""")] // a number becomes an object or text
    [InlineData("""{"latency":1.5}""", """{"latency":"12.5"}""")]
    [InlineData("""{"latency":{"a":[1,2]},"cdn":"a"}""", """{"latency":{"a":[3]},"cdn":"b"}""")]
    [InlineData("""{"city":1}""", """{"city":[1]}""")]
    [InlineData("""{"city":1,"cdn":"a"}""", """{"cdn":"b","city":1}""")] // other orders, and missing fields
    [InlineData("""{"city":1,"cdn":"a"}""", """{"cdn":"b"}""")]
    [InlineData("""{"cdn":"a"}""", "{}")]
    [InlineData("""{"cdn":"a","latency":1}""", """{"cdn":"a"{"latency":1}""")] // a brace instead of a comma
    [InlineData("""{"cdn":"a","latency":1}""", ""","cdn":"a","latency":1}""")]
    [InlineData("""{"cdn":"a","latency":1}""", """{"cdn":"a","latency":1,}""")]
    [InlineData("""{"cdn":"a\"b"}""", """{"cdn":"a\xb"}""")]
    [InlineData("""{"city":[1,{}],"cdn":"a"}""", """{"city":[2],"cdn":"b"}""")]
    public void PageDecoder_decodes_rows_that_change_their_layout_like_EnvelopeReader(string first, string second)
    {
        var page = Encoding.UTF8.GetBytes($$"""{"response":[{{first}},{{second}},{{first}},{{second}},{{second}}]}""");

        Assert.Equal(Describe(() => EnvelopeReader.Read(page)), Describe(() => new PageDecoder(new()).Decode(page)));
    }

    [Fact]
    public void PageDecoder_does_not_share_id_strings()
    {
        var page = Encoding.UTF8.GetBytes("""{"response":[{"sessionid":"a","subscriberid":"b"},{"sessionid":"a","subscriberid":"b"},{"sessionid":"a","subscriberid":"b"}]}""");

        var sessions = new PageDecoder(new()).Decode(page).Sessions;

        Assert.NotSame(sessions[1].SessionId, sessions[2].SessionId);
        Assert.NotSame(sessions[1].SubscriberId, sessions[2].SubscriberId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"response":null}""")]
    [InlineData("""{"response":{}}""")]
    [InlineData("""{"response":[1]}""")]
    [InlineData("""{"response":[null]}""")]
    [InlineData("""{"response":[{}],"response":[]}""")]
    [InlineData("""{"response":[]} x""")]
    [InlineData("""{"response":[{}""")]
    [InlineData("""{"response":[{},]}""")]
    [InlineData("<html></html>")]
    public void PageDecoder_Decode_invalid_session_list_throws_JsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => new PageDecoder(new()).Decode(Encoding.UTF8.GetBytes(json)));

    private static PageResponse Reference(byte[] page)
    {
        try
        {
            return EnvelopeReader.Read(WithoutByteOrderMark(page));
        }
        catch (JsonException) when (NonFiniteNumbers.TryReplace(page, out var replaced))
        {
            return EnvelopeReader.Read(WithoutByteOrderMark(replaced));
        }
    }

    private static byte[] WithoutByteOrderMark(byte[] page) => page.AsSpan().StartsWith("\uFEFF"u8) ? page[3..] : page;

    private static string Describe(Func<PageResponse> decode)
    {
        try
        {
            var response = decode();
            var text = new StringBuilder().Append(response.TotalCount).Append('/').Append(response.PageCount).Append('/').Append(response.TotalRecords).Append('/').Append(response.UnreadableValues);
            foreach (var session in response.Sessions)
            {
                // Ticks and bits instead of digits, because formatting can hide differences.
                text.Append('\n').Append(session with { AdditionalFields = NoFields }).Append(session.SubscriberId).Append(session.StartTime?.Ticks).Append(session.WatchTime?.Ticks)
                    .Append(' ').Append(BitConverter.DoubleToInt64Bits(session.RebufferingPercentage ?? -1))
                    .AppendJoin(',', session.AdditionalFields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value.GetRawText()));
            }

            return text.ToString();
        }
        catch (JsonException failure)
        {
            return failure.Message;
        }
    }

    private static readonly Dictionary<string, JsonElement> NoFields = [];
}
