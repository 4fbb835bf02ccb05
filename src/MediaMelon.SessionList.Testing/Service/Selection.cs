namespace MediaMelon.SessionList.Testing.Service;

/// <summary>The parameters that select and order the rows.</summary>
internal sealed class Selection
{
    /// <summary>The cache key. Requests that differ only in columns, limit and offset have the same key.</summary>
    public required string Key { get; init; }

    public required EpochPeriod Period { get; init; }

    public required bool ByStart { get; init; }

    public required bool AllStatuses { get; init; }

    public required IReadOnlyList<FilterGroup> Filters { get; init; }

    public required IReadOnlyList<NumberCondition> Conditions { get; init; }

    /// <summary>A different number for each request if the order of the service is unstable, otherwise null.</summary>
    public required int? Shuffle { get; init; }

    public required Column? Order { get; init; }

    public required bool Descending { get; init; }

    public bool Matches(VideoSession session, EmulatorProfile profile, bool endIsInclusive) =>
        (ByStart ? session.StartTime : session.EndTime) is { } time
        && Period.Contains(time, profile.StartIsInclusive, endIsInclusive)
        && (AllStatuses || !IsActive(session))
        && Filters.All(filter => filter.Matches(session, profile.FilterIgnoresCase))
        && Conditions.All(condition => condition.Matches(session));

    private static bool IsActive(VideoSession session) =>
        session.ViewStatus?.Value is { } status
        && (status.Equals("running", StringComparison.OrdinalIgnoreCase)
            || status.Equals("loaded", StringComparison.OrdinalIgnoreCase));
}
