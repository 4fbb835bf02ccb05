namespace MediaMelon.SessionList.Decoding;

/// <summary>A decoded response with rows of a custom type. Its sessions contain only the columns that pagination needs.</summary>
internal sealed record RowsResponse<TRow> : PageResponse
{
    public RowsResponse(PageResponse response, IReadOnlyList<TRow> rows)
        : base(response) => Rows = rows;

    /// <summary>One row for each session, in the same order.</summary>
    public IReadOnlyList<TRow> Rows { get; }
}
