namespace MediaMelon.SessionList.Testing.Service;

internal sealed record ListRequest(Selection Selection, IReadOnlyList<Column> Columns, int Limit, int Offset)
{
    /// <summary>Each column of the request, including duplicates.</summary>
    public IEnumerable<Column> AllColumns =>
    [
        .. Columns,
        .. Selection.Filters.Select(filter => filter.Column),
        .. Selection.Conditions.Select(condition => condition.Column),
        .. Selection.Order is { } order ? [order] : Array.Empty<Column>(),
    ];
}
