using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList.Query;

/// <summary>Validates custom row types, and gets the fields that they request.</summary>
internal static class RowTypeValidator
{
    public static void Check(JsonTypeInfo rowType, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(rowType, parameterName);

        if (rowType.Kind != JsonTypeInfoKind.Object)
        {
            throw new ArgumentException(
                $"A row type must be a JSON object with properties. {rowType.Type} is not one ({rowType.Kind}): "
                + "it is a collection, a single value, or has a custom converter.",
                parameterName);
        }

        foreach (var property in rowType.Properties.Where(IsSettable))
            CheckCase(property, rowType.Type, parameterName);
    }

    /// <summary>
    /// Gets the field name for a JSON name. If JSON names are case-insensitive, corrects the case of catalogue fields.
    /// </summary>
    public static string GetFieldName(string jsonName, JsonSerializerOptions options) =>
        options.PropertyNameCaseInsensitive && KnownFields.FindIgnoreCase(jsonName) is { } known ? known.Name : jsonName;

    /// <summary>Gets the fields of the properties that JSON can set, by their JSON names.</summary>
    public static IReadOnlyList<Field> GetFields(JsonTypeInfo rowType, string parameterName)
    {
        Check(rowType, parameterName);
        return [.. rowType.Properties.Where(IsSettable).Select(property => CreateField(property, rowType.Type, parameterName))];
    }

    private static Field CreateField(JsonPropertyInfo property, Type row, string parameterName) =>
        FieldName.GetError(property.Name) is { } error
            ? throw new ArgumentException(
                $"The JSON property '{property.Name}' of {row} cannot be a field. {error} "
                + "Specify the field with [JsonPropertyName], or exclude the property with [JsonIgnore].",
                parameterName)
            : KnownFields.GetOrCreate(GetFieldName(property.Name, property.Options));

    // For a name in another case, the service would return null.
    private static void CheckCase(JsonPropertyInfo property, Type row, string parameterName)
    {
        var name = GetFieldName(property.Name, property.Options);
        if (KnownFields.FindIgnoreCase(name) is { } known && known.Name != name)
        {
            throw new ArgumentException(
                $"The JSON property '{property.Name}' of {row} differs from the field '{known.Name}' only in case. "
                + $"Specify the field with [JsonPropertyName(\"{known.Name}\")], or set PropertyNameCaseInsensitive.",
                parameterName);
        }
    }

    // Computed properties are written to JSON but never read. Only .NET 9 and later can distinguish them from properties without
    // a setter that a constructor sets.
    private static bool IsSettable(JsonPropertyInfo property) =>
        !property.IsExtensionData
#if NET9_0_OR_GREATER
        && (property.Set is not null || property.AssociatedParameter is not null);
#else
        && property.Set is not null;
#endif
}
