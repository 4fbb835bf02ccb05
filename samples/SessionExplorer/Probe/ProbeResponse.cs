using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SessionExplorer.Probe;

/// <summary>A response as received: status, headers, and the JSON if the body is JSON.</summary>
internal sealed class ProbeResponse
{
    public required HttpStatusCode Status { get; init; }

    public required string MediaType { get; init; }

    public required string Encoding { get; init; }

    public required Version Version { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required int BodyLength { get; init; }

    /// <summary>The JSON of the body. Null if the body is not JSON.</summary>
    public JsonElement? Json { get; init; }

    public IReadOnlyList<ProbeRow> Rows { get; private init; } = [];

    public bool HasRowList { get; private init; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>Whether the response is a page of sessions and not an error.</summary>
    public bool IsPage => IsSuccess && HasRowList;

    /// <summary>Describes the body for a report, which must not contain its text.</summary>
    public string Shape => (BodyLength, Json) switch
    {
        (0, _) => "an empty body",
        (_, { ValueKind: JsonValueKind.Object } json) => $"JSON with {Keys(json)}",
        (_, not null) => "JSON that is not an object",
        _ => MediaType.Contains("html", StringComparison.OrdinalIgnoreCase) ? "HTML" : "text that is not JSON",
    };

    public static ProbeResponse Create(HttpResponseMessage response, byte[] body, string encoding, TimeSpan elapsed)
    {
        var json = TryParse(body);
        var list = json is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("response", out var rows)
            && rows.ValueKind == JsonValueKind.Array
            ? rows
            : (JsonElement?)null;

        return new()
        {
            Status = response.StatusCode,
            MediaType = response.Content.Headers.ContentType?.MediaType ?? "",
            Encoding = encoding,
            Version = response.Version,
            Elapsed = elapsed,
            BodyLength = body.Length,
            Json = json,
            HasRowList = list is not null,
            Rows = list is { } array
                ? [.. array.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Select(row => new ProbeRow(row))]
                : [],
        };
    }

    /// <summary>A counter of the envelope. Null if it is missing or not a number.</summary>
    public long? Counter(string name) =>
        Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value)
            ? ProbeRow.Number(value) is { } number ? (long)number : null
            : null;

    // Keys are part of the format. Text that does not look like a key might be data.
    private static string Keys(JsonElement json)
    {
        var names = json.EnumerateObject().Select(property => property.Name).ToList();
        var shown = names.Where(name => name.Length <= 32 && name.All(char.IsAsciiLetterOrDigit)).Take(8).ToList();
        return names.Count == 0
            ? "no keys"
            : string.Create(CultureInfo.InvariantCulture, $"{names.Count} keys ({string.Join(", ", shown)})");
    }

    private static JsonElement? TryParse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
