using System.Collections.Frozen;

namespace MediaMelon.SessionList.Fields;

/// <summary>The fields of the three catalogues, by name.</summary>
internal static class KnownFields
{
    private static readonly FrozenDictionary<string, Field> ByName =
        SessionFields.Standard.Concat(SessionMetrics.All).Concat(SessionDimensions.All).Distinct()
            .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Field> ByNameIgnoreCase =
        ByName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a field by its case-insensitive name; null if the catalogues do not contain it.</summary>
    public static Field? FindIgnoreCase(string name) => ByNameIgnoreCase.GetValueOrDefault(name);

    /// <summary>Gets the field with this name. If the catalogues do not contain it, creates a text field.</summary>
    public static Field GetOrCreate(string name) =>
        ByName.TryGetValue(name, out var field) ? field : SessionDimensions.Text(name);
}
