using System.Collections.Frozen;

namespace MediaMelon.SessionList.Fields;

/// <summary>The fields of the three catalogues by their names.</summary>
internal static class KnownFields
{
    private static readonly FrozenDictionary<string, Field> ByName =
        SessionFields.Standard.Concat(SessionMetrics.All).Concat(SessionDimensions.All).Distinct()
            .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Field> ByNameInAnyCase =
        ByName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The catalogues' field whose name is this one in any case; null if there is none.</summary>
    public static Field? NamedInAnyCase(string name) => ByNameInAnyCase.GetValueOrDefault(name);

    /// <summary>The catalogues' field of that name, or a custom text column.</summary>
    public static Field Named(string name) => ByName.TryGetValue(name, out var field) ? field : SessionDimensions.Text(name);
}
