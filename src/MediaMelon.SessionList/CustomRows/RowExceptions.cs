using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Maps exceptions from reading custom row types to the library's exceptions.</summary>
/// <remarks>
/// A row contains personal data, and exceptions of converters and constructors may contain it. Their messages and the response
/// body are therefore omitted.
/// </remarks>
internal static class RowExceptions
{
    /// <summary>Creates the exception for an unreadable value of a property that is not nullable.</summary>
    public static SessionListResponseException CreateForValue(Type row, int number, RowProperty property) => new(
        $"{FormatPrefix(row, number)}the value of {property.Name} is not a valid {Format(property.Type)}. "
            + "A nullable property would be null.");

    /// <summary>Maps an exception from System.Text.Json, or from custom code that it called.</summary>
    public static SessionListResponseException CreateForRow(
        Type row, int number, IReadOnlyList<RowProperty> properties, ReadOnlySpan<byte> json, Exception failure)
    {
        var path = (failure as JsonException)?.Path ?? "";
        var property = properties.FirstOrDefault(property => IsAt(path, property.Name));
        var type = failure.GetType().Name;
        var error = (property, string.Join(", ", FindMissing(properties, json))) switch
        {
            ({ } known, _) => $"{known.Name} could not be read as {Format(known.Type)} ({type}).",
            (null, { Length: > 0 } missing) when failure is JsonException =>
                $"it has no value for required properties: {missing}.",
            _ => $"its deserialization threw {type}.",
        };

        var inner = new JsonException($"{type}. Its message is omitted because it may contain values of the row.",
            property is null ? null : $"$.{property.Name}", lineNumber: null, bytePositionInLine: null);
        if (failure.StackTrace is { } trace)
            ExceptionDispatchInfo.SetRemoteStackTrace(inner, trace);

        return new($"{FormatPrefix(row, number)}{error}", body: null, inner);
    }

    private static string FormatPrefix(Type row, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Row {number} of the page (counted from 0) cannot be read as {Format(row)}: ");

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

    private static List<string> FindMissing(IReadOnlyList<RowProperty> properties, ReadOnlySpan<byte> json)
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

    private static string Format(Type type) => Nullable.GetUnderlyingType(type) is { } value ? value.Name + "?" : type.Name;
}
