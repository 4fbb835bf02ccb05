using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MediaMelon.SessionList.Tests.Options;

/// <summary>The JSON schema of the options, generated from their types, defaults and comments, and the limits below.</summary>
internal static partial class ConfigurationSchema
{
    private const string Client = "mediaMelonSessionListClient";
    private const string ClockTime = @"([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d";
    private const string UpToADay = @$"({ClockTime}(\.\d{{1,7}})?)?|1\.00?:00?(:00?)?)$";
    private const string DurationFormat = "[days.]hours:minutes:seconds, with hours from 0 to 23: 1.00:00:00 is one day, 00:00:01 is one second.";
    private const string NotZero = "(?![0.:]+$)";

    private static readonly Dictionary<string, (long Min, long Max)> Limits = new()
    {
        [nameof(SessionListClientOptions.CustomerId)] = (1, long.MaxValue),
        [nameof(SessionListClientOptions.MaxRetries)] = (0, 10),
        [nameof(SessionListClientOptions.MaxResponseBytes)] = (1, Array.MaxLength),
        [nameof(PagingOptions.PageSize)] = (1, int.MaxValue),
        [nameof(PagingOptions.MaxConcurrentRequests)] = (1, 64),
    };

    private static readonly Dictionary<string, string> Patterns = new()
    {
        [nameof(SessionListClientOptions.ApiKey)] = @"^\s*[!-~]*\s*$",
        [nameof(SessionListClientOptions.BaseAddress)] = @"^(?!.*/[mM][mM]-[aA][pP][iI][sS](/[lL][iI][sS][tT]|/*$))(https://|http://(localhost|127\.|\[::1\]))(?![^/\\]*[/\\]{2})[^?#@\s]*$",
        [nameof(SessionListClientOptions.AttemptTimeout)] = "^" + NotZero + UpToADay,
        [nameof(SessionListClientOptions.TotalTimeout)] = "^" + NotZero + UpToADay,
        [nameof(SessionListClientOptions.MaxRetryAfter)] = "^" + UpToADay,
        [nameof(PagingOptions.SliceBy)] = $@"^{NotZero}(\d{{1,7}}\.)?{ClockTime})?$",
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text { get; } = Create().ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Create()
    {
        var client = Section(new SessionListClientOptions());
        client["additionalProperties"] = new JsonObject { ["$ref"] = $"#/definitions/{Client}" };
        client["description"] = "The settings of a MediaMelon.SessionList client. A nested section belongs to another client.";

        return new JsonObject
        {
            ["definitions"] = new JsonObject { [Client] = client },
            ["type"] = "object",
            ["properties"] = new JsonObject { ["MediaMelon"] = new JsonObject { ["$ref"] = $"#/definitions/{Client}" } },
        };
    }

    private static JsonObject Section(object defaults)
    {
        var properties = new JsonObject();
        foreach (var option in defaults.GetType().GetProperties().Where(option => option.CanWrite && !option.PropertyType.IsAssignableTo(typeof(Delegate))))
            properties[option.Name] = Option(option, option.GetValue(defaults));

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    private static JsonObject Option(PropertyInfo option, object? value)
    {
        var schema = value is PagingOptions paging ? Section(paging) : new JsonObject { ["type"] = TypeOf(option.PropertyType) };
        schema["description"] = Description(option);

        if (Limits.TryGetValue(option.Name, out var limits))
        {
            schema["minimum"] = limits.Min;
            if (limits.Max < long.MaxValue)
                schema["maximum"] = limits.Max;
        }

        if (Patterns.TryGetValue(option.Name, out var pattern))
            schema["pattern"] = pattern;
        if (Default(value) is { } @default)
            schema["default"] = @default;

        return schema;
    }

    private static JsonNode TypeOf(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) => "integer",
        _ when type == typeof(TimeSpan?) => new JsonArray("string", "null"),
        _ when type == typeof(string) || type == typeof(Uri) || type == typeof(TimeSpan) => "string",
        _ => throw new ArgumentException($"The option type {type} has no JSON type in this class.", nameof(type)),
    };

    private static JsonNode? Default(object? value) => value switch
    {
        bool flag => flag,
        int number => number,
        long number when number != 0 => number,
        TimeSpan time => time.ToString("c"),
        Uri address => address.OriginalString,
        _ => null,
    };

    private static string Description(PropertyInfo option)
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(SessionListClientOptions).Assembly.Location, ".xml"));
        var member = documentation.Descendants("member").Single(member => member.Attribute("name")!.Value == $"P:{option.DeclaringType!.FullName}.{option.Name}");
        foreach (var mention in member.Descendants("see").ToList())
            mention.ReplaceWith(mention.Attribute("langword")?.Value ?? mention.Attribute("cref")!.Value.Split('.')[^1]);

        var format = Nullable.GetUnderlyingType(option.PropertyType) == typeof(TimeSpan) || option.PropertyType == typeof(TimeSpan) ? DurationFormat : "";
        return Blanks().Replace($"{member.Element("summary")!.Value} {member.Element("value")?.Value} {format}", " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
