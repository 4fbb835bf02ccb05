using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>Rows that cannot be converted to the custom row type.</summary>
[Collection(nameof(NonParallel))]
public sealed class RowErrorTests
{
    private const string Secret = "user-12345";
    private const string Good = """{"sessionid":"s0","subscriberid":"fine","mine":null,"needed":1}""";

    public static TheoryData<bool> Clients { get; } = [true, false];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_missing_required_field_throws_with_its_name(bool direct)
    {
        var failure = await FailAsync(direct, """{"latency":1}""", OwnContext.Default.Start);

        Assert.Contains("Row 1 of the page (counted from 0) cannot be read as Start: it has no value for required properties: sessionid.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_required_field_with_a_notation_for_no_value_throws_as_missing(bool direct)
    {
        var failure = await FailAsync(direct, """{"needed":"-"}""", Reflected<RequiredNumberRow>());

        Assert.Contains("it has no value for required properties: needed.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_unreadable_value_of_a_non_nullable_property_throws_with_its_name(bool direct)
    {
        var failure = await FailAsync(direct, $$"""{"mine":"{{Secret}}"}""", Reflected<Holder<double>>());

        Assert.Contains("the value of mine is not a valid Double. A nullable property would be null.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_value_that_the_serializer_rejects_throws_with_its_name(bool direct)
    {
        var failure = await FailAsync(direct, $$"""{"mine":"{{Secret}}"}""", Reflected<Holder<Guid?>>());

        Assert.Contains("mine could not be read as Guid? (JsonException).", failure.Message, StringComparison.Ordinal);
        Assert.Equal("$.mine", Assert.IsType<JsonException>(failure.InnerException).Path);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_converter_that_throws_does_not_disclose_the_value(bool direct)
    {
        foreach (var type in new JsonTypeInfo[] { Reflected<LeakyRow<FormatException>>(), Reflected<LeakyRow<JsonException>>(), Reflected<LeakyRow<InvalidOperationException>>() })
        {
            var failure = type switch
            {
                JsonTypeInfo<LeakyRow<FormatException>> format => await FailAsync(direct, $$"""{"subscriberid":"{{Secret}}"}""", format),
                JsonTypeInfo<LeakyRow<JsonException>> json => await FailAsync(direct, $$"""{"subscriberid":"{{Secret}}"}""", json),
                var other => await FailAsync(direct, $$"""{"subscriberid":"{{Secret}}"}""", (JsonTypeInfo<LeakyRow<InvalidOperationException>>)other),
            };

            Assert.Contains("cannot be read as LeakyRow", failure.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(LeakyConverter<>), failure.ToString(), StringComparison.Ordinal); // in the stack trace
        }
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_constructor_that_throws_does_not_disclose_the_value(bool direct)
    {
        var failure = await FailAsync(direct, $$"""{"subscriberid":"{{Secret}}"}""", Reflected<ThrowingRow>());

        Assert.Contains("its deserialization threw ArgumentException.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_unreadable_dictionary_does_not_disclose_its_keys(bool direct)
    {
        var failure = await FailAsync(direct, $$$"""{"mine":{"{{{Secret}}}":"x"}}""", Reflected<Holder<Dictionary<string, int>>>());

        Assert.Contains("mine could not be read as", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_failure_sets_ResumeFrom_before_the_failed_page(bool direct)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(25).Select(session => session with { Country = session.SessionId == "s13" ? null : "US" }));
        using var sessionClient = emulator.CreateClient(new() { PageSize = 10 });
        var client = direct ? sessionClient : (ISessionListClient)new SessionsOnlyClient(sessionClient);
        var query = TestListing.Query.Include(SessionDimensions.Country);
        var paging = new PagingOptions { PageSize = 10, MaxConcurrentRequests = 3 };
        var seen = new List<string>();

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(async () =>
        {
            await foreach (var row in client.ListRowsAsync(query, Reflected<RequiredCountryRow>(), paging, cancellationToken: Token))
                seen.Add(row.Id);
        });

        Assert.Equal(TestListing.Ids(10), seen);
        Assert.Contains("Row 3 of the page", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TestListing.Ids(10, 15), await client.IdsAsync(query, paging, failure.ResumeFrom));
        Assert.Equal(0, emulator.RequestsInFlight);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task ListRowsAsync_sliced_failure_of_the_first_page_sets_ResumeFrom_to_the_start(bool direct)
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(3));
        using var sessionClient = emulator.CreateClient();
        var client = direct ? sessionClient : (ISessionListClient)new SessionsOnlyClient(sessionClient);
        var paging = new PagingOptions { SliceBy = TimeSpan.FromHours(1) };

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(async () =>
            await client.ListRowsAsync(TestListing.Query, Reflected<RequiredCountryRow>(), paging, cancellationToken: Token).ToListAsync(Token));

        Assert.Contains("slice=3600@0", failure.ResumeFrom!.ToString(), StringComparison.Ordinal);
        Assert.Equal(TestListing.Ids(3), await client.IdsAsync(TestListing.Query, paging, failure.ResumeFrom));
    }

    [Theory]
    [InlineData("""{"response":[7]}""", "A row must be an object. This row is Number.")]
    [InlineData("""{"response":[{"sessionid":"a"}""", "")]
    [InlineData("""{"rows":[]}""", "The member named response is missing.")]
    [InlineData("<html>", "")]
    public async Task ListRowsAsync_invalid_response_throws_like_ListSessionsAsync(string body, string error)
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

        Assert.Contains(error, failures[0].Message, StringComparison.Ordinal);
        Assert.Equal(failures[1].Message, failures[0].Message);
        Assert.Equal(failures[1].Body, failures[0].Body);
        Assert.Equal(failures[1].ResumeFrom, failures[0].ResumeFrom);
    }

    private static JsonTypeInfo<T> Reflected<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Default.GetTypeInfo(typeof(T));

    private static async Task<SessionListResponseException> FailAsync<TRow>(bool direct, string row, JsonTypeInfo<TRow> type)
    {
        using var collected = new Collected();
        var emulator = new SessionListEmulator([]);
        emulator.Inject(EmulatorFault.Body($$"""{"response":[{{Good}},{{row}}]}"""));
        using var sessionClient = emulator.CreateClient(log: collected.Loggers);
        var client = direct ? sessionClient : (ISessionListClient)new SessionsOnlyClient(sessionClient);

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(async () =>
            await client.ListRowsAsync(TestListing.Query, type, cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(SessionCheckpoint.AtStart(TestListing.Query), failure.ResumeFrom);
        Assert.Null(failure.Body);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(collected.Log.GetSnapshot(), record => record.ToString().Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(collected.Activities, activity => activity.TagObjects.Any(tag => $"{tag.Value}".Contains(Secret, StringComparison.Ordinal)));
        return failure;
    }

    internal sealed record RequiredNumberRow
    {
        [JsonPropertyName("needed")]
        public required double Value { get; init; }
    }

    internal sealed record RequiredCountryRow
    {
        [JsonPropertyName("sessionid")]
        public required string Id { get; init; }

        [JsonPropertyName("country")]
        [JsonConverter(typeof(NonNullConverter))]
        public required string Country { get; init; }
    }

    internal sealed record LeakyRow<TFailure>([property: JsonPropertyName("subscriberid"), JsonConverter(typeof(LeakyConverterFactory))] LeakyValue<TFailure> Id);

    internal sealed record LeakyValue<TFailure>(string Text);

    internal sealed class ThrowingRow
    {
        public ThrowingRow(string subscriber)
        {
            if (subscriber == Secret)
                throw new ArgumentException($"{subscriber} is refused.", nameof(subscriber));

            Subscriber = subscriber;
        }

        [JsonPropertyName("subscriberid")]
        public string Subscriber { get; }
    }

    internal sealed class NonNullConverter : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() ?? throw new JsonException("The value is null.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    internal sealed class LeakyConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => true;

        public override System.Text.Json.Serialization.JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (System.Text.Json.Serialization.JsonConverter)Activator.CreateInstance(typeof(LeakyConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    internal sealed class LeakyConverter<TFailure> : JsonConverter<LeakyValue<TFailure>>
    {
        public override LeakyValue<TFailure> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
        {
            Secret => throw (Exception)Activator.CreateInstance(typeof(TFailure), $"Cannot read {Secret}.")!,
            var text => new(text!),
        };

        public override void Write(Utf8JsonWriter writer, LeakyValue<TFailure> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
