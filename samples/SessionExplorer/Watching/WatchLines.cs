using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Watching;

/// <summary>Formats polls for programs: a row for each new session, then a row for the poll.</summary>
internal sealed class WatchLines(Column metric)
{
    private static readonly Column[] Context =
    [
        KnownColumns.SessionId,
        KnownColumns.StartTime,
        KnownColumns.EndTime,
        KnownColumns.AssetName,
        KnownColumns.Country,
        KnownColumns.OperatingSystem,
        KnownColumns.Cdn,
        KnownColumns.Errors,
        KnownColumns.ErrorCode,
    ];

    private readonly Column[] _columns = [metric, .. Context.Where(column => column != metric)];

    public IReadOnlyList<Column> SessionColumns => _columns;

    public IReadOnlyList<ResultColumn> Columns =>
    [
        new("kind", "Kind", ColumnKind.Text),
        new("look", "Look", ColumnKind.Count),
        new("time", "Time", ColumnKind.Time),
        .. _columns.Select(ResultColumn.From),
        new("is_bad", "Bad", ColumnKind.Flag),
        new("new_sessions", "New", ColumnKind.Count),
        new("window_sessions", "Window", ColumnKind.Count),
        new("sessions_per_minute", "Per minute", ColumnKind.Number),
        new("bad_sessions", "Bad sessions", ColumnKind.Count),
        new("bad_rate_percentage", "Bad rate", ColumnKind.Number, "%"),
        new("p95", "p95", ColumnKind.Number),
        new("error_sessions", "With errors", ColumnKind.Count),
        new("limit", "Limit", ColumnKind.Number),
        new("problem", "Problem", ColumnKind.Text),
    ];

    public IEnumerable<object?[]> Rows(Look look)
    {
        foreach (var session in look.New)
            yield return
            [
                "session", (long)look.Number, session.Time.ToUniversalTime(),
                .. _columns.Select(column => column.Read(session.Session)),
                session.Measure is { } value && look.Rule is { } rule ? rule.IsBad(value) : null,
                null, null, null, null, null, null, null, null, null,
            ];

        var window = look.Window;
        yield return
        [
            "look", (long)look.Number, look.Time.ToUniversalTime(),
            .. _columns.Select(_ => (object?)null),
            null,
            (long)look.New.Count, (long)window.Sessions, Math.Round(window.PerMinute, 3),
            (long)window.Counts.Bad, Math.Round(window.Counts.Rate * 100, 4),
            window.P95 is { } p95 ? Math.Round(p95, 4) : null, (long)window.WithErrors,
            look.Rule?.Limit, look.Problem,
        ];
    }

    /// <summary>A JSON object without the properties that do not belong to its kind.</summary>
    public string Json(object?[] row)
    {
        var columns = Columns;
        var first = 3 + _columns.Length;
        var isSession = (string)row[0]! == "session";
        int[] shown =
        [
            .. Enumerable.Range(0, 3),
            .. isSession ? Enumerable.Range(3, _columns.Length + 1) : Enumerable.Range(first + 1, columns.Count - first - 1),
        ];
        return JsonLines.Format([.. shown.Select(index => columns[index])], [.. shown.Select(index => row[index])]);
    }
}
