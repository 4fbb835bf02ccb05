using CsCheck;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Generators of random values for property tests.</summary>
internal static class Generators
{
    // Characters with a meaning in query strings, filters, shells or JSON.
    private static readonly Gen<string> Sign = Gen.OneOf(
        "%", "&", "+", "#", "=", ",", "[", "]", "|", ">", "<", " ", "?", "/", "'", "\"", "\\", "%2", "%25", "%41", " AND ",
        "&x=", "%00", "%0A", ";", "][", "\u00a0", "\u2028", "\u202e", "\ufeff",
        "\uffff");

    private static readonly Gen<string> Letters = Gen.OneOf(
        Gen.Char.AlphaNumeric.Select(letter => letter.ToString()),
        Gen.OneOf(
            "I", "i", "ı", "İ", "ß", "é", "e\u0301", "\u0661", "\u06f1", "ي", "\u4e2d", "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc67"));

    private static readonly Gen<string> Control = Gen.OneOf("\0", "\n", "\r", "\t", "\u007f", "\u0085", "\ud83d", "\ude00");

    /// <summary>Well-formed text that can be sent, without control characters, and not blank.</summary>
    public static Gen<string> Text { get; } =
        Joined(Gen.Frequency((2, Letters), (2, Sign))).Where(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Text that a dimension filter accepts.</summary>
    public static Gen<string> FilterValue { get; } = Text.Where(text => text.AsSpan().IndexOfAny("[]|=") < 0);

    /// <summary>Any string, including ill-formed ones and those with control characters.</summary>
    public static Gen<string> HostileText { get; } =
        Gen.OneOf(Joined(Gen.Frequency((4, Letters), (4, Sign), (1, Control))), Gen.String);

    public static Gen<string> Name { get; } =
        Gen.OneOf(
            Gen.OneOf(
                "latency", "errors", "playdur", "country", "islive", "status", "starttime", "sessionid", "watchtime", "mine",
                "MINE",
                "AND"),
            Gen.Select(
                Gen.Char.AlphaNumeric.Where(char.IsAsciiLetter),
                Gen.Char["abcXYZ019_-."].Array[0, 8],
                (first, rest) => first + new string(rest)));

    public static Gen<SessionPeriod> Period { get; } =
        Gen.Select(Gen.Long[0, 99_999_999_998], Gen.Long[1, 100_000_000])
            .Select((start, length) => SessionPeriod.FromUnixSeconds(start, Math.Min(start + length, 99_999_999_999)));

    public static Gen<double> Finite { get; } =
        Gen.OneOf(
            Gen.Double.Where(double.IsFinite),
            Gen.OneOf(0.0, -0.0, 1e-10, 1e300, double.Epsilon, double.MaxValue, double.MinValue, 0.1, 1e15, 1e16, 123456.789));

    public static Gen<TimeSpan> Duration { get; } =
        Gen.OneOf(
            Gen.Long[0, TimeSpan.TicksPerDay * 365].Select(ticks => new TimeSpan(ticks)),
            Gen.OneOf(TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1), TimeSpan.FromSeconds(1.5)));

    public static Gen<Field> Field { get; } =
        Gen.OneOf(
            Name.Select(Field (name) => SessionDimensions.Text(name)),
            Name.Select(Field (name) => SessionMetrics.Number(name)),
            Gen.OneOf([.. SessionMetrics.All, .. SessionDimensions.All, .. SessionFields.Standard]));

    public static Gen<DimensionFilter> Filter { get; } =
        Gen.OneOf(
            Gen.Select(Name.Select(SessionDimensions.Text), FilterValue.Array[1, 3], (dimension, values) => dimension.In(values)),
            Gen.Bool.Select(SessionDimensions.IsLive.Is),
            FilterValue.Select(value => SessionDimensions.ViewStatus.Is(new ViewStatus(value))),
            Text.Select(DimensionFilter.Raw));

    public static Gen<MetricCondition> Condition { get; } =
        Gen.OneOf(
            Gen.Select(Name.Select(SessionMetrics.Number), Finite, Gen.Int[0, 4], Compare),
            Gen.Select(Name.Select(SessionMetrics.Count), Gen.Long, Gen.Int[0, 4], Compare),
            Gen.Select(Name.Select(SessionMetrics.Minutes), Duration, Gen.Int[0, 4], Compare),
            Gen.Select(Name.Select(SessionMetrics.Seconds), Duration, Gen.Int[0, 4], Compare),
            Text.Select(MetricCondition.Raw));

    public static Gen<SessionQuery> Query { get; } =
        Gen.Select(
            Field,
            Period,
            Step().List[0, 8],
            (primary, period, steps) => steps.Aggregate(SessionQuery.For(primary, period), (query, step) => step(query)));

    public static Gen<SessionCheckpoint> Checkpoint { get; } =
        Gen.Select(Query, Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue], Gen.Int[0, 100])
            .Select(
                (query, offset, delivered, skipped, slices) =>
                    SessionCheckpoint.AtStart(query) with
                    {
                        Offset = offset,
                        Delivered = delivered,
                        Skipped = skipped,
                        SliceBy =
                            slices == 0 ? null : TimeSpan.FromSeconds(Math.Ceiling(query.Period.Duration.TotalSeconds / slices)),
                        Slice = 0,
                    });

    /// <summary>A session without additional fields, because equality compares those by reference.</summary>
    public static Gen<VideoSession> Session { get; } =
        Assignment()
            .List[0, 24]
            .Select(assignments => assignments.Aggregate(new VideoSession(), (session, assign) => assign(session)));

    private static Gen<Func<SessionQuery, SessionQuery>> Step() =>
        Gen.OneOf<Func<SessionQuery, SessionQuery>>(
            Field.Array[0, 4].Select(fields => Steps.Of(query => query.Select(fields))),
            Field.Array[0, 4].Select(fields => Steps.Of(query => query.Include(fields))),
            Filter.Select(filter =>
                Steps.Of(query =>
                    filter.Dimension is { } dimension ? query.WithoutFilters(dimension).Where(filter) : query.Where(filter))),
            Condition.Select(condition => Steps.Of(query => query.Where(condition))),
            Field.Select(column => Steps.Of(query => query.WithoutFilters(column))),
            Field.Select(column => Steps.Of(query => query.OrderBy(column))),
            Field.Select(column => Steps.Of(query => query.OrderByDescending(column))),
            Gen.Enum<SessionType>().Select(type => Steps.Of(query => query.WithSessionType(type))),
            Gen.Bool.Select(include => Steps.Of(query => query.WithAllStatuses(include))),
            Gen.Int[0, int.MaxValue].Select(sessions => Steps.Of(query => query.Skip(sessions))),
            Gen.Int[1, int.MaxValue].Select(sessions => Steps.Of(query => query.Take(sessions))),
            Gen.Select(Name.Select(name => "x" + name), Gen.OneOf(Text, Gen.OneOf("", " ", "  ")))
                .Select((name, value) => Steps.Of(query => query.WithParameter(name, value))));

    private static Gen<Func<VideoSession, VideoSession>> Assignment() =>
        Gen.OneOf<Func<VideoSession, VideoSession>>(
            OrNull(Column).Select(value => Assignments.Of(session => session with { SessionId = value })),
            Time.Select(value => Assignments.Of(session => session with { StartTime = value })),
            Time.Select(value => Assignments.Of(session => session with { EndTime = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { AssetName = value })),
            Duration.Select(value => Assignments.Of(session => session with { WatchTime = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { SourceFormat = value })),
            Duration.Select(value => Assignments.Of(session => session with { StartupTime = value })),
            Finite.Select(value => Assignments.Of(session => session with { RebufferingPercentage = value })),
            Finite.Select(value => Assignments.Of(session => session with { BufferingTimePercentage = value })),
            Finite.Select(value => Assignments.Of(session => session with { PlaybackScore = value })),
            Duration.Select(value => Assignments.Of(session => session with { Playtime = value })),
            Finite.Select(value => Assignments.Of(session => session with { CdnChangeRate = value })),
            Gen.Long[long.MinValue + 1, long.MaxValue]
                .Select(value => Assignments.Of(session => session with { Errors = value })),
            Gen.Long[0, 10].Select(value => Assignments.Of(session => session with { FatalErrors = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { Country = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { DeviceType = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { OperatingSystem = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { PlayerName = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { Cdn = value })),
            Gen.OneOf<bool?>(true, false, null).Select(value => Assignments.Of(session => session with { IsLive = value })),
            Column.Select(value => Assignments.Of(session => session with { ViewStatus = new ViewStatus(value) })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { SubscriberId = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { ErrorCode = value })),
            OrNull(Column).Select(value => Assignments.Of(session => session with { Drm = value })));

    // Text of a field. JSON text may contain escaped control characters.
    private static Gen<string> Column => Joined(Gen.OneOf(Letters, Sign, Gen.OneOf("\0", "\n", "\u2028", "-", "null", "NaN")));

    private static Gen<DateTimeOffset?> Time =>
        Gen.Long[0, 100_000_000_000 * TimeSpan.TicksPerSecond - 1]
            .Select(ticks => (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddTicks(ticks));

    private static Gen<string> Joined(Gen<string> part) => part.Array[0, 8].Select(string.Concat);

    private static Gen<string?> OrNull(Gen<string> gen) =>
        Gen.Frequency((9, gen.Select(value => (string?)value)), (1, Gen.Const((string?)null)));

    private static MetricCondition Compare<T>(Metric<T> metric, T value, int comparison)
        where T : struct =>
        comparison switch
        {
            0 => metric > value,
            1 => metric < value,
            2 => metric >= value,
            3 => metric <= value,
            _ => metric.Is(value),
        };

    private static class Steps
    {
        public static Func<SessionQuery, SessionQuery> Of(Func<SessionQuery, SessionQuery> step) => step;
    }

    private static class Assignments
    {
        public static Func<VideoSession, VideoSession> Of(Func<VideoSession, VideoSession> assignment) => assignment;
    }
}
