namespace MediaMelon.SessionList.Decoding;

/// <summary>A decoded answer whose rows were read into a type of the user's; its sessions hold what the walk looks at.</summary>
internal sealed record RowsResponse<TRow> : PageResponse
{
    public RowsResponse(PageResponse response, IReadOnlyList<TRow> rows)
        : base(response) => Rows = rows;

    /// <summary>One for each session, in the same order.</summary>
    public IReadOnlyList<TRow> Rows { get; }
}
