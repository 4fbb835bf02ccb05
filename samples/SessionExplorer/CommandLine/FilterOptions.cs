using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Selects sessions: a period, filters and conditions.</summary>
internal sealed class FilterOptions
{
    private readonly PeriodOptions _period = new(TimeSpan.FromHours(24));

    private readonly Option<DimensionFilter[]> _where = new("--where")
    {
        Description = "Only sessions with this value of a dimension: platform=Android, \"country=US|Canada\". May be repeated.",
        HelpName = "DIM=VALUE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
            [.. result.Tokens.Select(token => result.Parse(token, WhereText.Parse)).OfType<DimensionFilter>()],
    };

    private readonly Option<MetricCondition[]> _having = new("--having")
    {
        Description = "Only sessions whose metric meets this condition: \"latency>3\", \"startup>1500ms\". May be repeated.",
        HelpName = "METRIC>N",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
            [.. result.Tokens.Select(token => result.Parse(token, HavingText.Parse)).OfType<MetricCondition>()],
    };

    private readonly Option<bool> _started = new("--started")
    {
        Description = "Sessions that started in the period, not those that ended in it.",
    };

    private readonly Option<bool> _allStatuses = new("--all-statuses") { Description = "Include running and loaded sessions." };

    public FilterOptions()
    {
        _where.CompletionSources.Add(ColumnNames.Completions(KnownColumns.All.Where(column => column.IsDimension), "="));
        _having.CompletionSources.Add(ColumnNames.Completions(KnownColumns.All.Where(column => column.IsMetric)));
    }

    public void AddTo(Command command)
    {
        _period.AddTo(command);
        AddWithoutPeriodTo(command);
    }

    /// <summary>Creates the options for a command whose period the user cannot choose.</summary>
    public void AddWithoutPeriodTo(Command command)
    {
        command.Add(_where);
        command.Add(_having);
        command.Add(_started);
        command.Add(_allStatuses);
    }

    public SessionPeriod ReadPeriod(ParseResult parsed, TimeProvider clock) => _period.Read(parsed, clock);

    public IEnumerable<string> Notes(ParseResult parsed) => _period.Notes(parsed);

    public TimeSpan? ReadLast(ParseResult parsed) => _period.ReadLast(parsed);

    public SessionQuery Apply(ParseResult parsed, SessionQuery query)
    {
        foreach (var filter in parsed.GetValue(_where) ?? [])
        {
            query = query.Filters.Any(present => present.Dimension == filter.Dimension)
                ? throw new UsageException(
                    $"{filter.Dimension} has two filters. Combine the values in one filter: {filter.Dimension}=A|B.")
                : query.Where(filter);
        }

        foreach (var condition in parsed.GetValue(_having) ?? [])
            query = query.Where(condition);
        if (parsed.GetValue(_started))
            query = query.WithSessionType(SessionType.Started);

        return parsed.GetValue(_allStatuses) ? query.WithAllStatuses() : query;
    }

    /// <summary>The names of the options that the command line contains.</summary>
    public IEnumerable<string> Given(ParseResult parsed) =>
        _period.Given(parsed).Concat(parsed.NamesOfGiven(_where, _having, _started, _allStatuses));
}
