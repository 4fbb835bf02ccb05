using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>Periods, queries and checkpoints are JSON strings.</summary>
public sealed partial class JsonTextTests
{
    private static readonly SessionQuery Query = TestQueries.Query.Where(SessionDimensions.SubscriberId.Is("jane \"x\" & é"))
        .Where(SessionMetrics.Errors > 3).Skip(7).Take(500);

    private static readonly SessionCheckpoint Checkpoint = SessionCheckpoint.AtStart(Query) with { Delivered = 12, Offset = 19 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Serialize_period_query_and_checkpoint_writes_their_text(bool sourceGenerated)
    {
        var result = new Result(TestQueries.Period, Query, Checkpoint);

        var json = sourceGenerated
            ? JsonSerializer.Serialize(result, ResultContext.Default.Result)
            : JsonSerializer.Serialize(result);
        var read = sourceGenerated
            ? JsonSerializer.Deserialize(json, ResultContext.Default.Result)
            : JsonSerializer.Deserialize<Result>(json);

        using var document = JsonDocument.Parse(json);
        Assert.Equal(TestQueries.Period.ToString(), document.RootElement.GetProperty("Period").GetString());
        Assert.Equal(Query.ToString(), document.RootElement.GetProperty("Query").GetString());
        Assert.Equal(Checkpoint.ToString(), document.RootElement.GetProperty("Next").GetString());
        Assert.Equal(result, read);
    }

    [Fact]
    public void Serialize_page_keeps_its_next_checkpoint()
    {
        var page = new SessionPage { Sessions = [new() { SessionId = "a" }], Offset = 3_000_000_000, Next = Checkpoint };

        var read = JsonSerializer.Deserialize<SessionPage>(JsonSerializer.Serialize(page))!;

        Assert.Equal(Checkpoint, read.Next);
        Assert.Equal(3_000_000_000, read.Offset);
        Assert.Equal("a", read.Sessions.Single().SessionId);
    }

    [Fact]
    public void Serialize_null_checkpoint_writes_null()
    {
        Assert.Equal("null", JsonSerializer.Serialize<SessionCheckpoint?>(null));
        Assert.Null(JsonSerializer.Deserialize<SessionCheckpoint>("null"));
    }

    [Fact]
    public void Serialize_dictionary_writes_the_period_as_key()
    {
        var rows = new Dictionary<SessionPeriod, int> { [TestQueries.Period] = 4 };

        var json = JsonSerializer.Serialize(rows);

        Assert.Equal($$"""{"{{TestQueries.Period}}":4}""", json);
        Assert.Equal(4, JsonSerializer.Deserialize<Dictionary<SessionPeriod, int>>(json)![TestQueries.Period]);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("{}")]
    [InlineData("true")]
    [InlineData("\"nonsense\"")]
    [InlineData("\"\"")]
    [InlineData("\"\\ud800\"")]
    public void Deserialize_invalid_period_query_or_checkpoint_throws_JsonException(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SessionPeriod>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SessionCheckpoint>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SessionQuery>(json));
    }

    [Fact]
    public void Deserialize_query_with_invalid_parameter_names_it_without_filter_values()
    {
        var text = JsonSerializer.Serialize($"{Query}".Replace("limit=500", "limit=x", StringComparison.Ordinal));

        var failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SessionQuery>(text));

        Assert.Contains("limit", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void IParsable_Parse_and_TryParse_equal_the_overloads_without_a_provider()
    {
        Assert.Equal(TestQueries.Period, ParsedAs<SessionPeriod>(TestQueries.Period.ToString()));
        Assert.Equal(Query, ParsedAs<SessionQuery>(Query.ToString()));
        Assert.Equal(Checkpoint, ParsedAs<SessionCheckpoint>(Checkpoint.ToString()));
        Assert.Throws<ArgumentNullException>("s", () => SessionPeriod.Parse(null!, null));
        Assert.Throws<ArgumentNullException>("s", () => SessionQuery.Parse(null!, null));
        Assert.Throws<ArgumentNullException>("s", () => SessionCheckpoint.Parse(null!, null));
    }

    private static T ParsedAs<T>(string text)
        where T : IParsable<T>
    {
        Assert.False(T.TryParse("nonsense", null, out _));
        Assert.False(T.TryParse(null, null, out _));
        Assert.True(T.TryParse(text, null, out var value));
        Assert.Equal(value, T.Parse(text, null));
        return value;
    }

    internal sealed record Result(SessionPeriod Period, SessionQuery Query, SessionCheckpoint? Next);

    [JsonSerializable(typeof(Result))]
    internal sealed partial class ResultContext : JsonSerializerContext;
}
