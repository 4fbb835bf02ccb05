using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList.Query;

/// <summary>The rule for types that rows are read into, and the columns that such a type asks for.</summary>
internal static class RowTypeValidator
{
    public static void Check(JsonTypeInfo rowType, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(rowType, parameterName);

        if (rowType.Kind != JsonTypeInfoKind.Object)
        {
            throw new ArgumentException(
                $"A row is read into a type with properties; {rowType.Type} is none to JSON ({rowType.Kind}): "
                + "it is a collection or a single value, or a converter of its own reads it.",
                parameterName);
        }

        foreach (var property in rowType.Properties.Where(IsFilled))
            CheckCase(property, rowType.Type, parameterName);
    }

    /// <summary>
    /// The column that a JSON name means: a catalogue column in another case is that column if the names are case-insensitive.
    /// </summary>
    public static string ColumnName(string jsonName, JsonSerializerOptions options) =>
        options.PropertyNameCaseInsensitive && KnownFields.NamedInAnyCase(jsonName) is { } known ? known.Name : jsonName;

    /// <summary>The columns of the properties that JSON fills, by their JSON names.</summary>
    public static IReadOnlyList<Field> Columns(JsonTypeInfo rowType, string parameterName)
    {
        Check(rowType, parameterName);
        return [.. rowType.Properties.Where(IsFilled).Select(property => Column(property, rowType.Type, parameterName))];
    }

    private static Field Column(JsonPropertyInfo property, Type row, string parameterName) =>
        FieldName.Problem(property.Name) is { } error
            ? throw new ArgumentException(
                $"The JSON property '{property.Name}' of {row} cannot be a column. {error} "
                + "Name the column with [JsonPropertyName], or leave the property out with [JsonIgnore].",
                parameterName)
            : KnownFields.Named(ColumnName(property.Name, property.Options));

    // The service would return nulls.
    private static void CheckCase(JsonPropertyInfo property, Type row, string parameterName)
    {
        var name = ColumnName(property.Name, property.Options);
        if (KnownFields.NamedInAnyCase(name) is { } known && known.Name != name)
        {
            throw new ArgumentException(
                $"The JSON property '{property.Name}' of {row} differs from the column '{known.Name}' in case only. "
                + $"Name the column with [JsonPropertyName(\"{known.Name}\")], or set PropertyNameCaseInsensitive.",
                parameterName);
        }
    }

    // A computed property is written to JSON and never read from it. One without a setter that a constructor fills is told apart
    // from it since .NET 9 only.
    private static bool IsFilled(JsonPropertyInfo property) =>
        !property.IsExtensionData
#if NET9_0_OR_GREATER
        && (property.Set is not null || property.AssociatedParameter is not null);
#else
        && property.Set is not null;
#endif
}
