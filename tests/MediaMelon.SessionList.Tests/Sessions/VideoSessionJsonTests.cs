using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>Sessions with JsonSerializer and buffers of any size.</summary>
public sealed partial class VideoSessionJsonTests
{
    private const string ComplexRow = """
        {"sess\u0069onid":"a\ud83d\ude00b\"\\","starttime":"1775749962","latency":"\u0031\u002e5","errors":"2.0","playdur":"null","islive":"TRUE",
        "watchtime":12.25,"cdn":true,"device":-1.5e3,"country":"\ud800","errorcode":["a",{"b":null}],"qualityofexperience":"12,5",
        "totalpages":17,"nested":{"deep":[1,2,{"x":"é\u00e9"}],"text":"a\nb"},"empty":"","unknown":"unké","nan":"NaN"}
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions SmallBuffer = new() { DefaultBufferSize = 1 };

    [Fact]
    public void Serialize_session_writes_wire_names_and_wire_units() =>
        Assert.Equal(TestSessions.Row, JsonSerializer.Serialize(TestSessions.Session));

    [Fact]
    public void Deserialize_serialized_session_returns_an_equal_session()
    {
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<VideoSession>(TestSessions.Row));
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<VideoSession>(JsonSerializer.Serialize(TestSessions.Session, Indented)));
        Assert.Equal("{}", JsonSerializer.Serialize(new VideoSession()));
        Assert.Equal([TestSessions.Session, new()], JsonSerializer.Deserialize<List<VideoSession>>($"[{TestSessions.Row},{{}}]")!);
    }

    [Fact]
    public void VideoSession_serialization_supports_source_generation()
    {
        Assert.Equal(TestSessions.Row, JsonSerializer.Serialize(TestSessions.Session, Generated.Default.VideoSession));
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize(TestSessions.Row, Generated.Default.VideoSession));
        Assert.Equal("\"ended\"", JsonSerializer.Serialize(ViewStatus.Ended, Generated.Default.ViewStatus));
    }

    [Fact]
    public void VideoSession_serialization_ignores_naming_policies()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        };

        Assert.Equal(TestSessions.Row, JsonSerializer.Serialize(TestSessions.Session, options));
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<VideoSession>(TestSessions.Row, options));
    }

    [Fact]
    public void Serialize_session_writes_additional_fields_last_and_unreadable_values_in_place()
    {
        var session = new VideoSession
        {
            Cdn = "x",
            AdditionalFields = TestSessions.Fields("""{"mine":1.50,"latency":"soon","z":null,"o":{"a":[]}}"""),
        };

        Assert.Equal("""{"latency":"soon","cdn":"x","mine":1.50,"z":null,"o":{"a":[]}}""", JsonSerializer.Serialize(session));
    }

    [Fact]
    public void Serialize_session_prefers_a_property_to_an_additional_field_of_the_same_name()
    {
        var session = new VideoSession { Cdn = "x", AdditionalFields = TestSessions.Fields("""{"cdn":"y"}""") };

        Assert.Equal("""{"cdn":"x"}""", JsonSerializer.Serialize(session));
    }

    [Fact]
    public void Serialize_session_omits_an_undefined_JsonElement() =>
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
    public async Task DeserializeAsync_session_from_a_stream_with_short_reads_returns_all_values(int size)
    {
        var expected = JsonSerializer.Deserialize<VideoSession>(ComplexRow)!;
        await using var stream = new ShortReadStream(Encoding.UTF8.GetBytes($"[{ComplexRow},{TestSessions.Row},{ComplexRow}]"), size);

        var sessions = await JsonSerializer.DeserializeAsync<List<VideoSession>>(
            stream,
            SmallBuffer,
            TestContext.Current.CancellationToken);

        Assert.Equal(TestSessions.Session, sessions![1]);
        AssertEqual(expected, sessions[0]);
        AssertEqual(expected, sessions[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(11)]
    public void VideoSessionJsonConverter_Read_from_a_segmented_buffer_returns_all_values(int size)
    {
        var reader = new Utf8JsonReader(Segments(Encoding.UTF8.GetBytes(ComplexRow), size));
        reader.Read();

        var session = new VideoSessionJsonConverter().Read(ref reader, typeof(VideoSession), JsonSerializerOptions.Default)!;

        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        AssertEqual(JsonSerializer.Deserialize<VideoSession>(ComplexRow)!, session);
    }

    [Fact]
    public void RowReader_Read_replaces_ill_formed_bytes_in_segments()
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
    public void AdditionalFields_do_not_depend_on_the_source_buffer()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"mine":{"a":["text"]},"latency":"soon"}""");
        var session = JsonSerializer.Deserialize<VideoSession>(bytes)!;

        Array.Clear(bytes);

        Assert.Equal("text", session.AdditionalFields["mine"].GetProperty("a")[0].GetString());
        Assert.Equal("soon", session.AdditionalFields["latency"].GetString());
    }

    [Fact]
    public void RowReader_counts_unreadable_values_of_known_fields()
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
    public void VideoSession_serialization_works_within_a_dictionary()
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, VideoSession?> { ["a"] = TestSessions.Session, ["b"] = null });

        Assert.Equal($"{{\"a\":{TestSessions.Row},\"b\":null}}", json);
        Assert.Equal(TestSessions.Session, JsonSerializer.Deserialize<Dictionary<string, VideoSession?>>(json)!["a"]);
    }

    [Fact]
    public void VideoSessionJsonConverter_Write_null_argument_throws_ArgumentNullException()
    {
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        var converter = new VideoSessionJsonConverter();

        Assert.Throws<ArgumentNullException>("writer", () => converter.Write(null!, new VideoSession(), JsonSerializerOptions.Default));
        Assert.Throws<ArgumentNullException>("value", () => converter.Write(writer, null!, JsonSerializerOptions.Default));
    }

    private static void AssertEqual(VideoSession expected, VideoSession actual)
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

    private sealed class ShortReadStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
