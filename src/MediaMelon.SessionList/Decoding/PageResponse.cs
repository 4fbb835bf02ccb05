namespace MediaMelon.SessionList.Decoding;

/// <summary>A decoded response.</summary>
internal record PageResponse(IReadOnlyList<VideoSession> Sessions)
{
    public long? TotalCount { get; init; }

    public long? PageCount { get; init; }

    public long? TotalRecords { get; init; }

    public int UnreadableValues { get; init; }

    /// <summary>The number of unreadable values by column. Null if all values are readable.</summary>
    public IReadOnlyDictionary<string, int>? UnreadableColumns { get; init; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; init; } = 1;
}
