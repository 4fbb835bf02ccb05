using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <content>Reads the profile from a report of the probe, and formats it as JSON.</content>
public sealed partial record EmulatorProfile
{
    /// <summary>Creates the profile of a service from the JSON report of the probe, or from the profile in it.</summary>
    /// <remarks>A setting that the report does not contain has its default value.</remarks>
    /// <exception cref="FormatException">The text is not such a report, or a setting is unknown or invalid.</exception>
    public static EmulatorProfile FromReport(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var profile = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("profile", out var part) ? part : root;
            return profile.Deserialize(EmulatorProfileJson.Default.EmulatorProfile)
                ?? throw new FormatException("The report has no profile.");
        }
        catch (JsonException invalid)
        {
            throw new FormatException($"The text is not a report of the probe. {invalid.Message}", invalid);
        }
    }

    /// <summary>Formats the profile as JSON.</summary>
    /// <param name="settings">The names of the settings to write. If null, all are written.</param>
    public string ToJson(IReadOnlySet<string>? settings = null)
    {
        var json = JsonSerializer.SerializeToNode(this, EmulatorProfileJson.Default.EmulatorProfile)!.AsObject();
        var names = settings?.Select(JsonNamingPolicy.CamelCase.ConvertName).ToHashSet(StringComparer.Ordinal);
        foreach (var name in json.Select(member => member.Key).Where(name => names?.Contains(name) == false).ToList())
            json.Remove(name);

        return json.ToJsonString(EmulatorProfileJson.Default.Options);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EmulatorProfile))]
internal sealed partial class EmulatorProfileJson : JsonSerializerContext;
