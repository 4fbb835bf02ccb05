using MediaMelon.SessionList;

namespace SessionExplorer.Catalogue;

/// <summary>A column of the session list in this program: one name, one unit, one way to read it.</summary>
internal sealed record Column
{
    /// <summary>The client's field, as requested from the service.</summary>
    public required Field Field { get; init; }

    /// <summary>The name in data, with its unit: <c>startup_seconds</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in tables, without its unit.</summary>
    public required string Label { get; init; }

    /// <summary>The field in C#: <c>SessionMetrics.StartupTime</c>.</summary>
    public required string CSharp { get; init; }

    public required ColumnKind Kind { get; init; }

    /// <summary>A string, double, long, bool or DateTimeOffset (UTC). Null if the session has no value.</summary>
    public required Func<VideoSession, object?> Read { get; init; }

    /// <summary>s, min, % or nothing.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether small values are bad, as with scores.</summary>
    public bool IsWorstWhenLow { get; init; }

    /// <summary>Whether a value indicates a poor experience.</summary>
    public Func<object?, bool> IsBad { get; init; } = _ => false;

    public bool IsMetric => Field is Metric<double> or Metric<long> or Metric<TimeSpan>;

    public bool IsDimension => Field is Dimension<string> or Dimension<bool> or Dimension<ViewStatus>;

    public bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Count;

    public double? ReadNumber(VideoSession session) =>
        Read(session) switch
        {
            double number => number,
            long count => count,
            _ => null,
        };
}
