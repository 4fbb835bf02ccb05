using System.Globalization;

namespace MediaMelon.SessionList.Testing.Service;

// The emulator's own reading of the grammar. It shares none with the client, so that a mistake of the client shows.
internal static class ListRequestReader
{
    private const int DefaultLimit = 1000;

    private static readonly string[] Selecting =
        ["period", "sessiontype", "allstatus", "filter", "qoefilter", "orderby", "order"];

    public static ListRequest Read(IReadOnlyDictionary<string, string> parameters)
    {
        CheckGrouping(parameters);
        return new ListRequest(
            ReadSelection(parameters),
            ReadColumns(parameters),
            ReadWhole(parameters, "limit", 1, DefaultLimit),
            ReadWhole(parameters, "offset", 0, 0));
    }

    // One vendor page calls aggby required, another optional: only a wrong one is refused.
    private static void CheckGrouping(IReadOnlyDictionary<string, string> parameters) =>
        ReadWord(parameters, "aggby", "sessionid", "sessionid");

    private static Selection ReadSelection(IReadOnlyDictionary<string, string> parameters) => new()
    {
        Key = string.Join('\n', Selecting.Select(name => parameters.GetValueOrDefault(name, ""))),
        Period = EpochPeriod.Read("period", Required(parameters, "period")),
        ByStart = ReadWord(parameters, "sessiontype", "ended", "started") == "started",
        AllStatuses = ReadWord(parameters, "allstatus", "0", "1") == "1",
        Filters = parameters.TryGetValue("filter", out var filter) ? FilterGroup.ReadAll("filter", filter) : [],
        Conditions = parameters.TryGetValue("qoefilter", out var text) ? NumberCondition.ReadAll("qoefilter", text) : [],
        Order = parameters.TryGetValue("orderby", out var order) ? Column.Read("orderby", order) : null,
        Descending = ReadWord(parameters, "order", "desc", "asc") == "desc",
    };

    private static List<Column> ReadColumns(IReadOnlyDictionary<string, string> parameters) =>
        [.. Required(parameters, "metrics")
            .Split(',', StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Column.Read("metrics", name))];

    private static string Required(IReadOnlyDictionary<string, string> parameters, string name) =>
        parameters.TryGetValue(name, out var value) ? value : throw RefusedException.Parameter(name, "is required");

    private static string ReadWord(IReadOnlyDictionary<string, string> parameters, string name, string usual, string other)
    {
        var word = parameters.GetValueOrDefault(name, usual);
        if (word == usual || word == other)
            return word;

        var rule = usual == other ? $"must be {usual}" : $"must be {usual} or {other}";
        throw RefusedException.Parameter(name, rule);
    }

    private static int ReadWhole(IReadOnlyDictionary<string, string> parameters, string name, int least, int usual)
    {
        if (!parameters.TryGetValue(name, out var text))
            return usual;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw RefusedException.Parameter(name, $"must be a whole number of at least {least}");
    }
}
