namespace MediaMelon.SessionList.Sessions;

/// <summary>The columns that have a property, in the order in which a session is written.</summary>
internal static class SessionColumns
{
    public static IReadOnlyList<SessionColumn> All { get; } =
    [
        new TextColumn(SessionFields.SessionId, s => s.SessionId, (s, value) => s.SessionIdValue = value, isIdentity: true),
        new ValueColumn<DateTimeOffset>(
            SessionFields.StartTime,
            s => s.StartTime,
            (s, value) => s.StartTimeValue = value.UtcTicks),
        new ValueColumn<DateTimeOffset>(SessionFields.EndTime, s => s.EndTime, (s, value) => s.EndTimeValue = value.UtcTicks),
        new TextColumn(SessionFields.AssetName, s => s.AssetName, (s, value) => s.AssetNameValue = value),
        new ValueColumn<TimeSpan>(SessionFields.WatchTime, s => s.WatchTime, (s, value) => s.WatchTimeValue = value.Ticks),
        new TextColumn(SessionFields.SourceFormat, s => s.SourceFormat, (s, value) => s.SourceFormatValue = value),
        new ValueColumn<TimeSpan>(SessionMetrics.StartupTime, s => s.StartupTime, (s, value) => s.StartupTimeValue = value.Ticks),
        new ValueColumn<double>(
            SessionMetrics.RebufferingPercentage,
            s => s.RebufferingPercentage,
            (s, value) => s.Change().RebufferingPercentage = value),
        new ValueColumn<double>(
            SessionMetrics.BufferingTimePercentage,
            s => s.BufferingTimePercentage,
            (s, value) => s.Change().BufferingTimePercentage = value),
        new ValueColumn<double>(
            SessionMetrics.PlaybackScore,
            s => s.PlaybackScore,
            (s, value) => s.Change().PlaybackScore = value),
        new ValueColumn<TimeSpan>(SessionMetrics.Playtime, s => s.Playtime, (s, value) => s.Change().Playtime = value.Ticks),
        new ValueColumn<double>(
            SessionMetrics.CdnChangeRate,
            s => s.CdnChangeRate,
            (s, value) => s.Change().CdnChangeRate = value),
        new ValueColumn<long>(SessionMetrics.Errors, s => s.Errors, (s, value) => s.Change().Errors = value),
        new ValueColumn<long>(SessionMetrics.FatalErrors, s => s.FatalErrors, (s, value) => s.Change().FatalErrors = value),
        new TextColumn(SessionDimensions.Country, s => s.Country, (s, value) => s.Change().Country = value),
        new TextColumn(SessionDimensions.DeviceType, s => s.DeviceType, (s, value) => s.Change().DeviceType = value),
        new TextColumn(
            SessionDimensions.OperatingSystem,
            s => s.OperatingSystem,
            (s, value) => s.Change().OperatingSystem = value),
        new TextColumn(SessionDimensions.PlayerName, s => s.PlayerName, (s, value) => s.Change().PlayerName = value),
        new TextColumn(SessionDimensions.Cdn, s => s.Cdn, (s, value) => s.Change().Cdn = value),
        new ValueColumn<bool>(
            SessionDimensions.IsLive, s => s.IsLive, (s, value) => s.Change().IsLive = NullSentinel.Flag(value)),
        new ValueColumn<ViewStatus>(
            SessionDimensions.ViewStatus,
            s => s.ViewStatus,
            (s, value) => s.Change().ViewStatus = new(value.Value)),
        new TextColumn(
            SessionDimensions.SubscriberId,
            s => s.SubscriberId,
            (s, value) => s.Change().SubscriberId = value,
            isIdentity: true),
        new TextColumn(SessionDimensions.ErrorCode, s => s.ErrorCode, (s, value) => s.Change().ErrorCode = value),
        new TextColumn(SessionDimensions.Drm, s => s.Drm, (s, value) => s.Change().Drm = value),
    ];

    private static readonly List<SessionColumn>[] ByLength = GroupByLength();

    /// <summary>Whether the column contains ids.</summary>
    public static bool IsIdentity(string name) =>
        name == SessionFields.SessionId.Name || name == SessionDimensions.SubscriberId.Name;

    public static SessionColumn? Find(string name)
    {
        if (name.Length >= ByLength.Length)
            return null;

        foreach (var column in ByLength[name.Length])
        {
            if (column.Name == name)
                return column;
        }

        return null;
    }

    public static SessionColumn? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= ByLength.Length)
            return null;

        foreach (var column in ByLength[name.Length])
        {
            if (name.SequenceEqual(column.Utf8Name))
                return column;
        }

        return null;
    }

    private static List<SessionColumn>[] GroupByLength()
    {
        var groups = new List<List<SessionColumn>>();
        for (var number = 0; number < All.Count; number++)
        {
            var column = All[number];
            column.Number = number;
            while (groups.Count <= column.Name.Length)
                groups.Add([]);

            groups[column.Name.Length].Add(column);
        }

        return [.. groups];
    }
}
