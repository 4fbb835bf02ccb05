using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>Sessions through plain JsonSerializer, from buffers of any size.</summary>
public sealed partial class VideoSessionJsonTests
{
    private const string Awkward = """
        {"sess\u0069onid":"a\ud83d\ude00b\"\\","starttime":"1775749962","latency":"\u0031\u002e5","errors":"2.0","playdur":"null","islive":"TRUE",
        "watchtime":12.25,"cdn":true,"device":-1.5e3,"country":"\ud800","errorcode":["a",{"b":null}],"qualityofexperience":"12,5",
        "totalpages":17,"nested":{"deep":[1,2,{"x":"é\u00e9"}],"text":"a\nb"},"empty":"","unknown":"unké","nan":"NaN"}
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions SmallBuffer = new() { DefaultBufferSize = 1 };

    [Fact]
    public void Is_written_by_wire_names_and_in_wire_units() => Assert.Equal(TestSessions.Row, JsonSerializer.Serialize(TestSessions.Session));

    [Fact]
    public void Is_read_back_equal()
    {
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<VideoSession>(TestSessions.Row));
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<VideoSession>(JsonSerializer.Serialize(TestSessions.Session, Indented)));
        Assert.Equal("{}", JsonSerializer.Serialize(new VideoSession()));
        Assert.Equal([TestSessions.Session, new()], JsonSerializer.Deserialize<List<VideoSession>>($"[{TestSessions.Row},{{}}]")!);
    }

    [Fact]
    public void Works_under_source_generation()
    {
        Assert.Equal(TestSessions.Row, JsonSerializer.Serialize(TestSessions.Session, Generated.Default.VideoSession));
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize(TestSessions.Row, Generated.Default.VideoSession));
        Assert.Equal("\"ended\"", JsonSerializer.Serialize(ViewStatus.Ended, Generated.Default.ViewStatus));
    }

    [Fact]
    public void Takes_no_notice_of_naming_policies()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        };

        Assert.Equal(TestSessions.Row, JsonSerializer.Serialize(TestSessions.Session, options));
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<VideoSession>(TestSessions.Row, options));
    }

    [Fact]
    public void Writes_additional_fields_after_the_columns_and_an_unreadable_value_in_its_place()
    {
        var session = new VideoSession
        {
            Cdn = "x",
            AdditionalFields = TestSessions.Fields("""{"mine":1.50,"latency":"soon","z":null,"o":{"a":[]}}"""),
        };

        Assert.Equal("""{"latency":"soon","cdn":"x","mine":1.50,"z":null,"o":{"a":[]}}""", JsonSerializer.Serialize(session));
    }

    [Fact]
    public void A_value_wins_over_an_additional_field_of_its_name()
    {
        var session = new VideoSession { Cdn = "x", AdditionalFields = TestSessions.Fields("""{"cdn":"y"}""") };

        Assert.Equal("""{"cdn":"x"}""", JsonSerializer.Serialize(session));
    }

    [Fact]
    public void An_element_that_is_none_is_not_written() =>
        Assert.Equal(
            "{}",
            JsonSerializer.Serialize(
                new VideoSession { AdditionalFields = new Dictionary<string, JsonElement> { ["x"] = default } }));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task Is_read_from_a_stream_that_comes_in_pieces(int size)
    {
        var expected = JsonSerializer.Deserialize<VideoSession>(Awkward)!;
        await using var stream = new PieceStream(Encoding.UTF8.GetBytes($"[{Awkward},{TestSessions.Row},{Awkward}]"), size);

        var sessions = await JsonSerializer.DeserializeAsync<List<VideoSession>>(
            stream,
            SmallBuffer,
            TestContext.Current.CancellationToken);

        Assert.Equal(TestSessions.Session, sessions![1]);
        AssertSame(expected, sessions[0]);
        AssertSame(expected, sessions[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(11)]
    public void Is_read_from_a_buffer_in_segments(int size)
    {
        var reader = new Utf8JsonReader(Segments(Encoding.UTF8.GetBytes(Awkward), size));
        reader.Read();

        var session = new VideoSessionJsonConverter().Read(ref reader, typeof(VideoSession), JsonSerializerOptions.Default)!;

        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        AssertSame(JsonSerializer.Deserialize<VideoSession>(Awkward)!, session);
    }

    [Fact]
    public void Ill_formed_bytes_are_mended_in_segments_as_well()
    {
        byte[] json =
        [
            .. "{\"assetname\":\"a"u8,
            0xFF,
            .. "b\",\"latency\":\""u8,
            0xC3,
            .. "\",\"mine\":[\""u8,
            0xFF,
            .. "\"]}"u8,
        ];

        for (var size = 1; size < json.Length; size++)
        {
            var reader = new Utf8JsonReader(Segments(json, size));
            reader.Read();

            var session = new RowReader().Read(ref reader);

            Assert.Equal("a\ufffdb", session.AssetName);
            Assert.Equal("\ufffd", session.AdditionalFields["latency"].GetString());
            Assert.Equal("\ufffd", session.AdditionalFields["mine"][0].GetString());
        }
    }

    [Fact]
    public void Elements_outlive_the_document_they_came_from()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"mine":{"a":["text"]},"latency":"soon"}""");
        var session = JsonSerializer.Deserialize<VideoSession>(bytes)!;

        Array.Clear(bytes);

        Assert.Equal("text", session.AdditionalFields["mine"].GetProperty("a")[0].GetString());
        Assert.Equal("soon", session.AdditionalFields["latency"].GetString());
    }

    [Fact]
    public void Unreadable_values_of_known_columns_are_counted()
    {
        var rows = new RowReader();

        foreach (
            var row in new[] { """{"latency":"soon","errors":true,"cdn":[],"mine":[]}""", """{"latency":"-","playdur":"12,5"}""" })
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(row));
            reader.Read();
            rows.Read(ref reader);
        }

        Assert.Equal(4, rows.UnreadableValues);
    }

    [Fact]
    public void Is_a_value_among_others()
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, VideoSession?> { ["a"] = TestSessions.Session, ["b"] = null });

        Assert.Equal($"{{\"a\":{TestSessions.Row},\"b\":null}}", json);
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<Dictionary<string, VideoSession?>>(json)!["a"]);
    }

    [Fact]
    public void A_writer_and_a_session_must_be_given()
    {
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        var converter = new VideoSessionJsonConverter();

        Assert.Throws<ArgumentNullException>("writer", () => converter.Write(null!, new VideoSession(), JsonSerializerOptions.Default));
        Assert.Throws<ArgumentNullException>("value", () => converter.Write(writer, null!, JsonSerializerOptions.Default));
    }

    private static void AssertSame(VideoSession expected, VideoSession actual)
    {
        Assert.Equal(expected with { AdditionalFields = actual.AdditionalFields }, actual);
        Assert.Equal(expected.AdditionalFields.Keys, actual.AdditionalFields.Keys);
        Assert.All(
            expected.AdditionalFields,
            field => Assert.True(JsonElement.DeepEquals(field.Value, actual.AdditionalFields[field.Key]), field.Key));
    }

    private static ReadOnlySequence<byte> Segments(byte[] bytes, int size)
    {
        var first = new Segment(ReadOnlyMemory<byte>.Empty, 0);
        var last = first;
        for (var start = 0; start < bytes.Length; start += size)
            last = last.Append(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)));

        return new(first, 0, last, last.Memory.Length);
    }

    [JsonSerializable(typeof(VideoSession))]
    [JsonSerializable(typeof(ViewStatus))]
    private sealed partial class Generated : JsonSerializerContext;

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }

    private sealed class PieceStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
