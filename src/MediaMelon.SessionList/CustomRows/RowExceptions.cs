using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Maps exceptions from reading custom row types to the library's exceptions.</summary>
/// <remarks>
/// A row holds personal data, and what a converter or a constructor throws may quote it: no message of theirs is passed on, nor
/// is the response body.
/// </remarks>
internal static class RowExceptions
{
    /// <summary>A value that its property cannot hold, while the property cannot be null either.</summary>
    public static SessionListResponseException OfValue(Type row, int number, RowProperty property) => new(
        $"{Beginning(row, number)}its {property.Name} cannot be read as {Spell(property.Type)}. "
            + "A property that may be null would be.");

    /// <summary>Maps what System.Text.Json, or custom code that it called, threw.</summary>
    public static SessionListResponseException OfRow(
        Type row, int number, IReadOnlyList<RowProperty> properties, ReadOnlySpan<byte> json, Exception failure)
    {
        var path = (failure as JsonException)?.Path ?? "";
        var property = properties.FirstOrDefault(property => IsAt(path, property.Name));
        var type = failure.GetType().Name;
        var error = (property, string.Join(", ", Missing(properties, json))) switch
        {
            ({ } known, _) => $"its {known.Name} could not be read as {Spell(known.Type)} ({type}).",
            (null, { Length: > 0 } missing) when failure is JsonException => $"it has no value for {missing}, which is required.",
            _ => $"reading it ended with {type}.",
        };

        var inner = new JsonException($"{type}; its message is left out, as it may quote the row.",
            property is null ? null : $"$.{property.Name}", lineNumber: null, bytePositionInLine: null);
        if (failure.StackTrace is { } trace)
            ExceptionDispatchInfo.SetRemoteStackTrace(inner, trace);

        return new($"{Beginning(row, number)}{error}", body: null, inner);
    }

    private static string Beginning(Type row, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Row {number} of the page, counted from 0, cannot become a {Spell(row)}: ");

    private static bool IsAt(string path, string name)
    {
        foreach (var start in (ReadOnlySpan<string>)[$"$.{name}", $"$['{name}']"])
        {
            if (path.StartsWith(start, StringComparison.Ordinal)
                && (path.Length == start.Length || path[start.Length] is '.' or '['))
                return true;
        }

        return false;
    }

    private static List<string> Missing(IReadOnlyList<RowProperty> properties, ReadOnlySpan<byte> json)
    {
        var missing = properties.Where(property => property.IsRequired).Select(property => property.Name).ToList();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (missing.Count > 0 && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            missing.Remove(reader.GetString()!);
            reader.Skip();
        }

        return missing;
    }

    private static string Spell(Type type) => Nullable.GetUnderlyingType(type) is { } value ? value.Name + "?" : type.Name;
}
