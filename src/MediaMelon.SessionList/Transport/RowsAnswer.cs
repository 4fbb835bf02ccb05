namespace MediaMelon.SessionList.Transport;

/// <summary>A decoded answer whose rows were read into a type of the user's; its sessions hold what the walk looks at.</summary>
internal sealed record RowsAnswer<TRow> : PageAnswer
{
    public RowsAnswer(PageAnswer answer, IReadOnlyList<TRow> rows)
        : base(answer) => Rows = rows;

    /// <summary>One for each session, in the same order.</summary>
    public IReadOnlyList<TRow> Rows { get; }
}
