namespace MediaMelon.SessionList.Decoding;

/// <summary>A decoded response.</summary>
internal record PageResponse(IReadOnlyList<VideoSession> Sessions)
{
    public long? TotalCount { get; init; }

    public long? PageCount { get; init; }

    public long? TotalRecords { get; init; }

    public int UnreadableValues { get; init; }

    /// <summary>Unreadable values by column; null if there are none.</summary>
    public IReadOnlyDictionary<string, int>? UnreadableColumns { get; init; }

    /// <summary>Attempts that it took.</summary>
    public int Attempts { get; init; } = 1;
}
