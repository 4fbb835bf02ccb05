using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>Rows that cannot become what the user asked for.</summary>
[Collection(nameof(NonParallel))]
public sealed class RowErrorTests
{
    private const string Secret = "user-12345";
    private const string Good = """{"sessionid":"s0","subscriberid":"fine","mine":null,"needed":1}""";

    public static TheoryData<bool> Clients { get; } = [true, false];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_required_column_that_is_missing_is_named(bool straight)
    {
        var failure = await FailAsync(straight, """{"latency":1}""", OwnContext.Default.Start);

        Assert.Contains("Row 1 of the page, counted from 0, cannot become a Start: it has no value for sessionid, which is required.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_required_value_that_is_none_is_missing(bool straight)
    {
        var failure = await FailAsync(straight, """{"needed":"-"}""", Reflected<Demanding>());

        Assert.Contains("it has no value for needed, which is required.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_value_that_a_property_can_neither_hold_nor_be_null_for_is_named(bool straight)
    {
        var failure = await FailAsync(straight, $$"""{"mine":"{{Secret}}"}""", Reflected<Holder<double>>());

        Assert.Contains("its mine cannot be read as Double. A property that may be null would be.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task What_the_serializer_refuses_is_named(bool straight)
    {
        var failure = await FailAsync(straight, $$"""{"mine":"{{Secret}}"}""", Reflected<Holder<Guid?>>());

        Assert.Contains("its mine could not be read as Guid? (JsonException).", failure.Message, StringComparison.Ordinal);
        Assert.Equal("$.mine", Assert.IsType<JsonException>(failure.InnerException).Path);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_converter_that_throws_does_not_give_the_value_away(bool straight)
    {
        foreach (var type in new JsonTypeInfo[] { Reflected<Talkative<FormatException>>(), Reflected<Talkative<JsonException>>(), Reflected<Talkative<InvalidOperationException>>() })
        {
            var failure = type switch
            {
                JsonTypeInfo<Talkative<FormatException>> format => await FailAsync(straight, $$"""{"subscriberid":"{{Secret}}"}""", format),
                JsonTypeInfo<Talkative<JsonException>> json => await FailAsync(straight, $$"""{"subscriberid":"{{Secret}}"}""", json),
                var other => await FailAsync(straight, $$"""{"subscriberid":"{{Secret}}"}""", (JsonTypeInfo<Talkative<InvalidOperationException>>)other),
            };

            Assert.Contains("cannot become a Talkative", failure.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(Quoting<>), failure.ToString(), StringComparison.Ordinal); // the trace leads to the converter
        }
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_constructor_that_throws_does_not_either(bool straight)
    {
        var failure = await FailAsync(straight, $$"""{"subscriberid":"{{Secret}}"}""", Reflected<Refusing>());

        Assert.Contains("reading it ended with ArgumentException.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_key_that_holds_a_value_is_not_given_away(bool straight)
    {
        var failure = await FailAsync(straight, $$$"""{"mine":{"{{{Secret}}}":"x"}}""", Reflected<Holder<Dictionary<string, int>>>());

        Assert.Contains("its mine could not be read as", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_listing_goes_on_from_before_the_page_that_failed(bool straight)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(25).Select(session => session with { Country = session.SessionId == "s13" ? null : "US" }));
        using var own = emulator.CreateClient(new() { PageSize = 10 });
        var client = straight ? own : (ISessionListClient)new SessionsOnly(own);
        var query = TestListing.Query.Include(SessionDimensions.Country);
        var paging = new PagingOptions { PageSize = 10, MaxConcurrentRequests = 3 };
        var seen = new List<string>();

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(async () =>
        {
            await foreach (var row in client.ListRowsAsync(query, Reflected<Landed>(), paging, cancellationToken: Token))
                seen.Add(row.Id);
        });

        Assert.Equal(TestListing.Ids(10), seen);
        Assert.Contains("Row 3 of the page", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TestListing.Ids(10, 15), await client.IdsAsync(query, paging, failure.ResumeFrom));
        Assert.Equal(0, emulator.RequestsInFlight);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_sliced_listing_that_fails_at_once_goes_on_from_its_beginning(bool straight)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(3));
        using var own = emulator.CreateClient();
        var client = straight ? own : (ISessionListClient)new SessionsOnly(own);
        var paging = new PagingOptions { SliceBy = TimeSpan.FromHours(1) };

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(async () =>
            await client.ListRowsAsync(TestListing.Query, Reflected<Landed>(), paging, cancellationToken: Token).ToListAsync(Token));

        Assert.Contains("slice=3600@0", failure.ResumeFrom!.ToString(), StringComparison.Ordinal);
        Assert.Equal(TestListing.Ids(3), await client.IdsAsync(TestListing.Query, paging, failure.ResumeFrom));
    }

    [Theory]
    [InlineData("""{"response":[7]}""", "A row must be an object; this is Number.")]
    [InlineData("""{"response":[{"sessionid":"a"}""", "")]
    [InlineData("""{"rows":[]}""", "It has no response.")]
    [InlineData("<html>", "")]
    public async Task An_answer_that_is_no_session_list_fails_as_ever(string body, string problem)
    {
        var failures = new List<SessionListResponseException>();
        foreach (var rows in new[] { true, false })
        {
            var emulator = new SessionListEmulator([]);
            emulator.Inject(EmulatorFault.Body(body));
            using var client = emulator.CreateClient();
            failures.Add(await Assert.ThrowsAsync<SessionListResponseException>(async () => _ = rows
                ? (object)await client.ListRowsAsync(TestListing.Query, OwnContext.Default.Start, cancellationToken: Token).ToListAsync(Token)
                : await client.IdsAsync(TestListing.Query)));
        }

        Assert.Contains(problem, failures[0].Message, StringComparison.Ordinal);
        Assert.Equal(failures[1].Message, failures[0].Message);
        Assert.Equal(failures[1].Body, failures[0].Body);
        Assert.Equal(failures[1].ResumeFrom, failures[0].ResumeFrom);
    }

    private static JsonTypeInfo<T> Reflected<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Default.GetTypeInfo(typeof(T));

    private static async Task<SessionListResponseException> FailAsync<TRow>(bool straight, string row, JsonTypeInfo<TRow> type)
    {
        using var collected = new Collected();
        var emulator = new SessionListEmulator([]);
        emulator.Inject(EmulatorFault.Body($$"""{"response":[{{Good}},{{row}}]}"""));
        using var own = emulator.CreateClient(log: collected.Loggers);
        var client = straight ? own : (ISessionListClient)new SessionsOnly(own);

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(async () =>
            await client.ListRowsAsync(TestListing.Query, type, cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(SessionCheckpoint.AtStart(TestListing.Query), failure.ResumeFrom);
        Assert.Null(failure.Body);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(collected.Log.GetSnapshot(), record => record.ToString().Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(collected.Activities, activity => activity.TagObjects.Any(tag => $"{tag.Value}".Contains(Secret, StringComparison.Ordinal)));
        return failure;
    }

    internal sealed record Demanding
    {
        [JsonPropertyName("needed")]
        public required double Value { get; init; }
    }

    internal sealed record Landed
    {
        [JsonPropertyName("sessionid")]
        public required string Id { get; init; }

        [JsonPropertyName("country")]
        [JsonConverter(typeof(Somewhere))]
        public required string Country { get; init; }
    }

    internal sealed record Talkative<TFailure>([property: JsonPropertyName("subscriberid"), JsonConverter(typeof(QuotingFactory))] Quoted<TFailure> Id);

    internal sealed record Quoted<TFailure>(string Text);

    internal sealed class Refusing
    {
        public Refusing(string subscriber)
        {
            if (subscriber == Secret)
                throw new ArgumentException($"{subscriber} is refused.", nameof(subscriber));

            Subscriber = subscriber;
        }

        [JsonPropertyName("subscriberid")]
        public string Subscriber { get; }
    }

    internal sealed class Somewhere : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() ?? throw new JsonException("Nowhere.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    internal sealed class QuotingFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => true;

        public override System.Text.Json.Serialization.JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (System.Text.Json.Serialization.JsonConverter)Activator.CreateInstance(typeof(Quoting<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    internal sealed class Quoting<TFailure> : JsonConverter<Quoted<TFailure>>
    {
        public override Quoted<TFailure> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
        {
            Secret => throw (Exception)Activator.CreateInstance(typeof(TFailure), $"Cannot read {Secret}.")!,
            var text => new(text!),
        };

        public override void Write(Utf8JsonWriter writer, Quoted<TFailure> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
