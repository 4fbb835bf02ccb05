using System.Globalization;
using System.Text.Json;

namespace SessionExplorer.Probe;

/// <summary>One row as received.</summary>
internal sealed class ProbeRow(JsonElement json)
{
    private static readonly string[] NoValues = ["", "-", "null", "nan"];

    public IEnumerable<string> Columns => json.EnumerateObject().Select(property => property.Name);

    public string? Id => Text("sessionid");

    public JsonElement? Value(string column) => json.TryGetProperty(column, out var value) ? value : null;

    public string? Text(string column) =>
        Value(column) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !IsNoValue(text)
            ? text
            : null;

    public double? Number(string column) => Value(column) is { } value ? Number(value) : null;

    /// <summary>A time in seconds, even if it was sent in milliseconds.</summary>
    public double? Time(string column) => Number(column) is { } time ? (IsMilliseconds(time) ? time / 1000 : time) : null;

    public static bool IsMilliseconds(double time) => Math.Abs(time) >= 100_000_000_000;

    public static bool IsNoValue(string text) => NoValues.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    public static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String
            when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };
}
