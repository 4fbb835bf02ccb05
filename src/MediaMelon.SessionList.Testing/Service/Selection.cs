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

    /// <summary>Another number for each request, for a service whose order is not stable. Null for any other.</summary>
    public required int? Shuffle { get; init; }

    public required Column? Order { get; init; }

    public required bool Descending { get; init; }

    public bool Keeps(VideoSession session, EmulatorProfile profile, bool endIsInclusive) =>
        (ByStart ? session.StartTime : session.EndTime) is { } time
        && Period.Contains(time, profile.StartIsInclusive, endIsInclusive)
        && (AllStatuses || !IsUnderWay(session))
        && Filters.All(filter => filter.Keeps(session, profile.FilterIgnoresCase))
        && Conditions.All(condition => condition.Keeps(session));

    private static bool IsUnderWay(VideoSession session) =>
        session.ViewStatus?.Value is { } status
        && (status.Equals("running", StringComparison.OrdinalIgnoreCase)
            || status.Equals("loaded", StringComparison.OrdinalIgnoreCase));
}
