using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Query;

/// <summary>Parses <c>[dimension=value|value][dimension=value]</c>. Any other text becomes a raw filter.</summary>
internal static class FilterParser
{
    public static string? GetError(string text) =>
        string.IsNullOrWhiteSpace(text) ? "must not be white space." : RequestText.GetError(text);

    public static IReadOnlyList<DimensionFilter> Parse(string text) =>
        TryRead(text) is { } filters && string.Concat(filters) == text
        ? filters
        : [DimensionFilter.Raw(text)];

    private static List<DimensionFilter>? TryRead(string text)
    {
        var filters = new List<DimensionFilter>();
        for (var position = 0; position < text.Length;)
        {
            var end = text.IndexOf(']', position);
            if (text[position] != '[' || end < 0 || TryReadGroup(text[(position + 1)..end]) is not { } filter)
                return null;

            if (filters.Exists(present => present.Dimension == filter.Dimension))
                return null;

            filters.Add(filter);
            position = end + 1;
        }

        return filters;
    }

    private static DimensionFilter? TryReadGroup(string group)
    {
        var sign = group.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0 || FieldName.GetError(group.AsSpan(0, sign)) is not null)
            return null;

        return DimensionFilter.TryCreate(KnownFields.GetOrCreate(group[..sign]), group[(sign + 1)..].Split('|'));
    }
}
