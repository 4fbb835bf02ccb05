using System.CommandLine;
using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Selects columns, sort order and the number of sessions.</summary>
internal sealed class ShapeOptions
{
    private readonly IReadOnlyList<Column> _defaultColumns;
    private readonly int? _defaultTake;
    private readonly Option<Column[]> _columns;
    private readonly Option<Column?> _orderBy;
    private readonly Option<bool> _descending = new("--desc") { Description = "Sort in descending order." };
    private readonly Option<int?> _take;
    private readonly Option<bool> _all = new("--all") { Description = "All sessions; cannot be combined with --take." };
    private readonly Option<int?> _skip = NumberOption.Create("--skip", "Sessions to skip.", 0);

    public ShapeOptions(IReadOnlyList<Column> defaultColumns, int? defaultTake = null)
    {
        _defaultColumns = defaultColumns;
        _defaultTake = defaultTake;
        _columns = new("--columns")
        {
            Description = "Comma-separated names, or all.",
            HelpName = "A,B,...",
            CustomParser = result => result.Parse(result.Tokens[0], ColumnListText.Parse) ?? [],
        };
        _orderBy = new("--order-by")
        {
            Description = "The column to sort by. [default: the service's own order]",
            HelpName = "COLUMN",
            CustomParser = result => result.Parse(result.Tokens[0], ColumnNames.Find),
        };
        _orderBy.CompletionSources.Add(ColumnNames.Completions(KnownColumns.All));
        _columns.CompletionSources.Add(ColumnNames.Completions(KnownColumns.All));
        _take = NumberOption.Create(
            "--take",
            $"The maximum number of sessions. [default: {defaultTake?.ToString(CultureInfo.InvariantCulture) ?? "all"}]",
            1);
    }

    public void AddTo(Command command)
    {
        command.Add(_columns);
        command.Add(_orderBy);
        command.Add(_descending);
        command.Add(_take);
        if (_defaultTake is not null)
            command.Add(_all);
        command.Add(_skip);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_descending) is not null && result.GetResult(_orderBy) is null)
                result.AddError("--desc needs --order-by.");
            if (result.GetResult(_take) is not null && result.GetResult(_all) is not null)
                result.AddError("--all cannot be combined with --take.");
        });
    }

    public IReadOnlyList<Column> ReadColumns(ParseResult parsed) =>
        parsed.GetValue(_columns) is { Length: > 0 } given ? given : _defaultColumns;

    public SessionQuery Start(ParseResult parsed, SessionPeriod period)
    {
        var query = Lead(parsed, period);
        if (parsed.GetValue(_orderBy) is { } order)
            query = parsed.GetValue(_descending) ? query.OrderByDescending(order.Field) : query.OrderBy(order.Field);
        if (parsed.GetValue(_skip) is { } skip)
            query = query.Skip(skip);

        var defaultTake = _defaultTake is not null && parsed.GetValue(_all) ? null : _defaultTake;
        return (parsed.GetValue(_take) ?? defaultTake) is { } take ? query.Take(take) : query;
    }

    /// <summary>The names of the options that the command line contains.</summary>
    public IEnumerable<string> Given(ParseResult parsed) =>
        parsed.NamesOfGiven(_columns, _orderBy, _descending, _take, _skip, _all);

    /// <summary>Creates a query. The first column is the primary field. The session id is always
    /// included, to detect duplicates.</summary>
    private SessionQuery Lead(ParseResult parsed, SessionPeriod period)
    {
        if (ReadColumns(parsed) is [var lead, ..] columns)
            return SessionQuery
                .For(lead.Field, period)
                .Select(columns.Skip(1).Select(column => column.Field).Append(SessionFields.SessionId));

        // Without columns, the client's default columns are requested.
        return SessionQuery.For((parsed.GetValue(_orderBy) ?? KnownColumns.StartupTime).Field, period);
    }
}
