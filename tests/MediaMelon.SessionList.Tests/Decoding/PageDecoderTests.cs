using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Decoding;

public sealed class PageDecoderTests
{
    private static readonly int Number = Cases.Count(100_000);

    /// <summary>The fast reader may give up where it likes, but must never see something else.</summary>
    [Fact]
    public void Reads_every_page_as_the_general_reader_does()
    {
        var decoder = new PageDecoder();
        for (var seed = 0; seed < Number; seed++)
        {
            var page = Pages.Make(seed);
            Assert.True(Spell(() => Reference(page)) == Spell(() => decoder.Decode(page)), $"seed {seed}: {Encoding.UTF8.GetString(page)}");
        }
    }

    /// <summary>In whatever parts it arrives, and whatever came before it, an answer is the same.</summary>
    [Fact]
    public void Reads_a_page_ahead_as_it_reads_a_whole_one()
    {
        var decoder = new PageDecoder(smallestStep: 1);
        for (var seed = 0; seed < Number / 5; seed++)
        {
            var page = Pages.Make(seed);
            var parts = new Random(seed);
            Assert.True(Spell(() => Reference(page)) == Spell(() => DecodeInParts(page)), $"seed {seed}: {Encoding.UTF8.GetString(page)}");

            PageResponse DecodeInParts(byte[] whole)
            {
                using (decoder)
                {
                    for (var arrived = parts.Next(4); arrived <= whole.Length; arrived += 1 + parts.Next(whole.Length))
                        decoder.ReadAhead(whole.AsSpan(0, arrived));

                    return decoder.Finish(whole);
                }
            }
        }
    }

    [Fact]
    public void Rows_that_have_arrived_are_read_before_the_rest()
    {
        var decoder = new PageDecoder(smallestStep: 1);
        var page = """{"response":[{"country":"US"},{"country":"DE"},{"country":"FR"}]}"""u8;
        decoder.Decode(page);

        decoder.ReadAhead(page[..^19]);
        var withoutFirstRows = page.ToArray();
        withoutFirstRows.AsSpan(13..^19).Fill((byte)'#');

        Assert.Equal(["US", "DE", "FR"], decoder.Finish(withoutFirstRows).Sessions.Select(session => session.Country));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("3 ")]
    [InlineData("3\n  ")]
    [InlineData("\"3\"")]
    [InlineData("null\n")]
    public void Rows_alike_are_read_fast_and_share_their_words(string total)
    {
        var decoder = new PageDecoder();
        var page = Encoding.UTF8.GetBytes(
            $$$"""{"response":[{"country":"US","assetname":"Ünder","totalpages":{{{total}}}},{"country":"US","assetname":"Ünder","totalpages":{{{total}}}},{"country":"DE","assetname":"Ünder","totalpages":{{{total}}}}]}""");

        var sessions = decoder.Decode(page).Sessions;
        var later = decoder.Decode(page).Sessions;

        Assert.Same(sessions[1].Country, later[0].Country);
        Assert.Same(sessions[1].AssetName, sessions[2].AssetName);
        Assert.Same(sessions[1].AdditionalFields, sessions[2].AdditionalFields);
        Assert.Equal("DE", sessions[2].Country);
    }

    // Hostile to a reader that expects each row to look like the last: escapes, nulls, other orders, other columns, blanks.
    [Fact]
    public void Rows_of_every_shape_are_read_fast_and_share_their_words()
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
    public void A_field_of_ones_own_changes_from_row_to_row()
    {
        var page = Encoding.UTF8.GetBytes("""{"response":[{"city":"Oslo"},{"city":"Oslo"},{"city":"Bergen"},{"city":null},{"city":"Oslo"}]}""");

        var cities = new PageDecoder().Decode(page).Sessions.Select(session => session.AdditionalFields["city"].ToString());

        Assert.Equal(["Oslo", "Oslo", "Bergen", "", "Oslo"], cities);
    }

    [Theory]
    [InlineData("""{"city":"Oslo","city":"Bergen"}""", """{"city":"Oslo","city":"Bergen"}""")] // a key that stands twice
    [InlineData("""{"cdn":"a","cdn":"b"}""", """{"cdn":"c","cdn":"d"}""")]
    [InlineData("""{"latency":1.5}""", """{"latency":{"a":1}}""")] // from a number to an object, and to text
    [InlineData("""{"latency":1.5}""", """{"latency":"12.5"}""")]
    [InlineData("""{"latency":{"a":[1,2]},"cdn":"a"}""", """{"latency":{"a":[3]},"cdn":"b"}""")]
    [InlineData("""{"city":1}""", """{"city":[1]}""")]
    [InlineData("""{"city":1,"cdn":"a"}""", """{"cdn":"b","city":1}""")] // other orders, and what is missing
    [InlineData("""{"city":1,"cdn":"a"}""", """{"cdn":"b"}""")]
    [InlineData("""{"cdn":"a"}""", "{}")]
    [InlineData("""{"cdn":"a","latency":1}""", """{"cdn":"a"{"latency":1}""")] // a brace where a comma belongs
    [InlineData("""{"cdn":"a","latency":1}""", ""","cdn":"a","latency":1}""")]
    [InlineData("""{"cdn":"a","latency":1}""", """{"cdn":"a","latency":1,}""")]
    [InlineData("""{"cdn":"a\"b"}""", """{"cdn":"a\xb"}""")]
    [InlineData("""{"city":[1,{}],"cdn":"a"}""", """{"city":[2],"cdn":"b"}""")]
    public void Rows_that_turn_odd_are_read_as_the_general_reader_does(string first, string second)
    {
        var page = Encoding.UTF8.GetBytes($$"""{"response":[{{first}},{{second}},{{first}},{{second}},{{second}}]}""");

        Assert.Equal(Spell(() => EnvelopeReader.Read(page)), Spell(() => new PageDecoder().Decode(page)));
    }

    [Fact]
    public void Ids_are_not_kept_as_no_other_row_has_them()
    {
        var page = Encoding.UTF8.GetBytes("""{"response":[{"sessionid":"a","subscriberid":"b"},{"sessionid":"a","subscriberid":"b"},{"sessionid":"a","subscriberid":"b"}]}""");

        var sessions = new PageDecoder().Decode(page).Sessions;

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
    public void What_is_no_session_list_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => new PageDecoder().Decode(Encoding.UTF8.GetBytes(json)));

    private static PageResponse Reference(byte[] page)
    {
        try
        {
            return EnvelopeReader.Read(WithoutMark(page));
        }
        catch (JsonException) when (NonFiniteNumbers.TryReplace(page, out var replaced))
        {
            return EnvelopeReader.Read(WithoutMark(replaced));
        }
    }

    private static byte[] WithoutMark(byte[] page) => page.AsSpan().StartsWith("\uFEFF"u8) ? page[3..] : page;

    private static string Spell(Func<PageResponse> decode)
    {
        try
        {
            var answer = decode();
            var text = new StringBuilder().Append(answer.TotalCount).Append('/').Append(answer.PageCount).Append('/').Append(answer.TotalRecords).Append('/').Append(answer.UnreadableValues);
            foreach (var session in answer.Sessions)
            {
                // Ticks and bits, not digits: nothing may hide behind the writing.
                text.Append('\n').Append(session with { AdditionalFields = None }).Append(session.SubscriberId).Append(session.StartTime?.Ticks).Append(session.WatchTime?.Ticks)
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

    private static readonly Dictionary<string, JsonElement> None = [];
}
