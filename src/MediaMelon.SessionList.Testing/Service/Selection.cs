namespace MediaMelon.SessionList.Testing.Service;

/// <summary>All that decides which rows come in which order.</summary>
internal sealed class Selection
{
    /// <summary>The same for requests that differ in columns, limit and offset alone.</summary>
    public required string Key { get; init; }

    public required EpochPeriod Period { get; init; }

    public required bool ByStart { get; init; }

    public required bool AllStatuses { get; init; }

    public required IReadOnlyList<FilterGroup> Filters { get; init; }

    public required IReadOnlyList<NumberCondition> Conditions { get; init; }

    public required Column? Order { get; init; }

    public required bool Descending { get; init; }

    public bool Keeps(VideoSession session, bool endIsInclusive) =>
        (ByStart ? session.StartTime : session.EndTime) is { } time
        && Period.Contains(time, endIsInclusive)
        && (AllStatuses || !IsUnderWay(session))
        && Filters.All(filter => filter.Keeps(session))
        && Conditions.All(condition => condition.Keeps(session));

    private static bool IsUnderWay(VideoSession session) =>
        session.ViewStatus?.Value is { } status
        && (status.Equals("running", StringComparison.OrdinalIgnoreCase)
            || status.Equals("loaded", StringComparison.OrdinalIgnoreCase));
}
