using System.Globalization;

namespace MediaMelon.SessionList.Testing.Service;

// The emulator parses requests with its own code. It shares no code with the client, so that a mistake of the client shows.
internal static class ListRequestReader
{
    private const int DefaultLimit = 1000;

    private static readonly string[] Selecting =
        ["period", "sessiontype", "allstatus", "filter", "qoefilter", "orderby", "order"];

    private static int _requests;

    public static ListRequest Read(IReadOnlyDictionary<string, string> parameters, EmulatorProfile profile)
    {
        CheckGrouping(parameters);
        var columns = ReadColumns(parameters);
        return new ListRequest(
            ReadSelection(parameters, columns, profile),
            columns,
            ReadWhole(parameters, "limit", 1, DefaultLimit),
            ReadWhole(parameters, "offset", 0, 0));
    }

    // On one vendor page aggby is required, on another page it is optional. So only an invalid value is rejected.
    private static void CheckGrouping(IReadOnlyDictionary<string, string> parameters) =>
        ReadKeyword(parameters, "aggby", "sessionid", "sessionid");

    private static Selection ReadSelection(
        IReadOnlyDictionary<string, string> parameters, List<Column> columns, EmulatorProfile profile)
    {
        int? shuffle = profile.DefaultOrder == RowOrder.Unstable ? Interlocked.Increment(ref _requests) : null;
        var needed = profile.FilterNeedsColumn || profile.ConditionNeedsColumn || profile.SortNeedsColumn;
        return new()
        {
            Key = string.Join('\n', Selecting.Concat(needed ? ["metrics"] : Array.Empty<string>())
                .Select(name => parameters.GetValueOrDefault(name, "")).Append(shuffle?.ToString(CultureInfo.InvariantCulture))),
            Shuffle = shuffle,
            Period = EpochPeriod.Read("period", Required(parameters, "period")),
            ByStart = ReadKeyword(parameters, "sessiontype", "ended", "started") == "started",
            AllStatuses = ReadKeyword(parameters, "allstatus", "0", "1") == "1",
            Filters = [.. ReadFilters(parameters, profile)
                .Where(filter => !profile.FilterNeedsColumn || IsRequested(filter.Column))],
            Conditions = [.. ReadConditions(parameters, profile)
                .Where(condition => !profile.ConditionNeedsColumn || IsRequested(condition.Column))],
            Order = parameters.TryGetValue("orderby", out var order) && Column.Read("orderby", order) is var column
                && (!profile.SortNeedsColumn || IsRequested(column)) ? column : null,
            Descending = ReadKeyword(Lower(parameters, profile), "order", "desc", "asc") == "desc",
        };

        bool IsRequested(Column column) => columns.Exists(requested => requested.Name == column.Name);
    }

    private static List<FilterGroup> ReadFilters(IReadOnlyDictionary<string, string> parameters, EmulatorProfile profile)
    {
        if (!parameters.TryGetValue("filter", out var filter))
            return [];

        try
        {
            return FilterGroup.ReadAll("filter", filter);
        }
        catch (RejectedRequestException) when (profile.IgnoresInvalidFilter)
        {
            return [];
        }
    }

    private static List<NumberCondition> ReadConditions(
        IReadOnlyDictionary<string, string> parameters, EmulatorProfile profile) =>
        parameters.TryGetValue("qoefilter", out var text) ? NumberCondition.ReadAll("qoefilter", text, profile) : [];

    private static IReadOnlyDictionary<string, string> Lower(
        IReadOnlyDictionary<string, string> parameters, EmulatorProfile profile)
    {
        if (!profile.AcceptsUpperCaseOrder || !parameters.TryGetValue("order", out var order))
            return parameters;

        var lower = order switch { "ASC" => "asc", "DESC" => "desc", _ => order };
        return new Dictionary<string, string>(parameters) { ["order"] = lower };
    }

    private static List<Column> ReadColumns(IReadOnlyDictionary<string, string> parameters) =>
        [.. Required(parameters, "metrics")
            .Split(',', StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Column.Read("metrics", name))];

    private static string Required(IReadOnlyDictionary<string, string> parameters, string name) =>
        parameters.TryGetValue(name, out var value) ? value : throw RejectedRequestException.Parameter(name, "is required");

    private static string ReadKeyword(IReadOnlyDictionary<string, string> parameters, string name, string usual, string other)
    {
        var value = parameters.GetValueOrDefault(name, usual);
        if (value == usual || value == other)
            return value;

        var rule = usual == other ? $"must be {usual}" : $"must be {usual} or {other}";
        throw RejectedRequestException.Parameter(name, rule);
    }

    private static int ReadWhole(IReadOnlyDictionary<string, string> parameters, string name, int least, int usual)
    {
        if (!parameters.TryGetValue(name, out var text))
            return usual;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw RejectedRequestException.Parameter(name, $"must be a whole number of at least {least}");
    }
}
