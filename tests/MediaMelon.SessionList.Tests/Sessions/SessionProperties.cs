using System.Text.Json;
using CsCheck;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>Properties of every session and every checkpoint. A failure prints its seed.</summary>
public sealed class SessionProperties
{
    private static readonly int Samples = Cases.Count(1_000);
    private static readonly int MoreSamples = Cases.Count(5_000);

    [Fact]
    public void VideoSession_deserialized_after_serialization_is_equal() =>
        Generators.Session.Sample(
            session =>
            {
                var json = JsonSerializer.Serialize(session);
                var read = JsonSerializer.Deserialize<VideoSession>(json)!;

                Assert.Equal(session, read);
                Assert.Equal(session.GetHashCode(), read.GetHashCode());
                Assert.Same(session.AdditionalFields, read.AdditionalFields);
                Assert.Equal(json, JsonSerializer.Serialize(read));
            },
            iter: Samples);

    [Fact]
    public void VideoSession_serialization_keeps_unknown_fields() =>
        Gen.Select(Generators.Session, Gen.Select(Generators.Name.Select(name => "x" + name), Json).Array[0, 5])
            .Sample(
                (session, fields) =>
                {
                    var sent = session with
                    {
                        AdditionalFields = fields
                            .DistinctBy(field => field.Item1)
                            .ToDictionary(field => field.Item1, field => field.Item2),
                    };

                    var read = JsonSerializer.Deserialize<VideoSession>(JsonSerializer.Serialize(sent))!;

                    Assert.Equal(session, read with { AdditionalFields = session.AdditionalFields });
                    Assert.Equal(sent.AdditionalFields.Keys, read.AdditionalFields.Keys);
                    Assert.All(
                        sent.AdditionalFields,
                        field => Assert.Equal(field.Value.GetRawText(), read.AdditionalFields[field.Key].GetRawText()));
                },
                iter: Samples);

    [Fact]
    public void VideoSession_with_any_field_value_deserializes_and_keeps_the_value() =>
        Gen.Select(Gen.OneOf([.. SessionMetrics.All, .. SessionDimensions.All]), Json)
            .Sample(
                (field, value) =>
                {
                    var session = JsonSerializer.Deserialize<VideoSession>(
                        $"{{\"{field}\":{value.GetRawText()},\"sessionid\":\"a\"}}"
                    )!;

                    // The value is in the property, or unchanged in AdditionalFields, or is a notation for "no value".
                    Assert.Equal("a", session.SessionId);
                    if (session.AdditionalFields.TryGetValue(field.Name, out var unchanged))
                        Assert.Equal(value.GetRawText(), unchanged.GetRawText());
                    else if (session == new VideoSession { SessionId = "a" })
                        Assert.Contains(value.ToString().Trim().ToUpperInvariant(), (string[])["", "-", "NULL", "NAN"]);
                },
                iter: MoreSamples);

    [Fact]
    public void Session_JSON_and_checkpoint_text_do_not_depend_on_the_culture() =>
        Gen.Select(Gen.OneOf([.. Cultures.Names]), Generators.Session, Generators.Checkpoint)
            .Sample(
                (culture, session, checkpoint) =>
                {
                    var (json, text) = (JsonSerializer.Serialize(session), checkpoint.ToString());

                    Cultures.Under(
                        culture,
                        () =>
                        {
                            Assert.Equal(json, JsonSerializer.Serialize(session));
                            Assert.Equal(session, JsonSerializer.Deserialize<VideoSession>(json));
                            Assert.Equal(session, JsonSerializer.Deserialize<VideoSession>(AsText(json)));
                            Assert.Equal(text, checkpoint.ToString());
                            Assert.Equal(checkpoint, SessionCheckpoint.Parse(text));
                            return true;
                        });
                },
                iter: Samples);

    [Fact]
    public void Checkpoint_Parse_and_TryParse_of_ToString_return_an_equal_checkpoint() =>
        Generators.Checkpoint.Sample(
            checkpoint =>
            {
                Assert.Equal(checkpoint, SessionCheckpoint.Parse(checkpoint.ToString()));
                Assert.True(SessionCheckpoint.TryParse(checkpoint.ToString(), out var read));
                Assert.Equal(checkpoint, read);
            },
            iter: Samples);

    [Fact]
    public void Checkpoint_Parse_and_TryParse_agree_for_any_text() =>
        Gen.OneOf(Generators.HostileText, Mutated(Generators.Checkpoint))
            .Sample(
                text =>
                {
                    var accepted = SessionCheckpoint.TryParse(text, out var checkpoint);
                    Assert.Equal(accepted, checkpoint is not null);

                    if (accepted)
                        Assert.Equal(checkpoint, SessionCheckpoint.Parse(text));
                    else
                        Assert.Throws<FormatException>(() => SessionCheckpoint.Parse(text));
                },
                iter: MoreSamples);

    private static Gen<JsonElement> Json { get; } =
        Gen.Recursive<JsonElement>(
            (depth, json) =>
                Gen.OneOf(
                    Generators.Text.Select(text => JsonSerializer.SerializeToElement(text)),
                    Gen.OneOf("-", "", "NaN", "null", " Nan ", "true", "0", "12,5", "1.5", "1e3")
                        .Select(text => JsonSerializer.SerializeToElement(text)),
                    Generators.Finite.Select(number => JsonSerializer.SerializeToElement(number)),
                    Gen.Long.Select(number => JsonSerializer.SerializeToElement(number)),
                    Gen.OneOf("true", "false", "null", "1.50", "-0", "1e999", "123456789012345678901234567890").Select(Element),
                    depth > 2
                        ? Gen.Const(Element("[]"))
                        : json.Array[0, 3].Select(items => JsonSerializer.SerializeToElement(items)),
                    depth > 2
                        ? Gen.Const(Element("{}"))
                        : json.Select(item =>
                            JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { ["k"] = item }))));

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    // Replaces every number and boolean with text, as some services send them.
    private static string AsText(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(
            document.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString()));
    }

    private static Gen<string> Mutated(Gen<SessionCheckpoint> checkpoints) =>
        Gen.Select(
            checkpoints,
            Gen.Int[0, 10_000],
            Gen.Int[0, 10_000],
            Generators.HostileText,
            (checkpoint, from, length, extra) =>
            {
                var text = checkpoint.ToString();
                var at = from % (text.Length + 1);
                return text[..at] + extra + text[Math.Min(text.Length, at + (length % 4))..];
            });
}
