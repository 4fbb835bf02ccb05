namespace MediaMelon.SessionList.Testing.Service;

internal sealed record FilterGroup(Column Column, IReadOnlyList<string> Values)
{
    private const string Rule = "must be consecutive [name=value|value] groups";

    public bool Matches(VideoSession session, bool ignoreCase)
    {
        var value = Column.GetValue(session);
        return Values.Any(text => value.Matches(text, ignoreCase));
    }

    public static List<FilterGroup> ReadAll(string name, string text)
    {
        var groups = new List<FilterGroup>();
        for (var rest = text; rest.Length > 0;)
        {
            var close = rest.IndexOf(']', StringComparison.Ordinal);
            if (rest[0] != '[' || close < 0)
                throw RejectedRequestException.Parameter(name, Rule);

            groups.Add(Read(name, rest[1..close]));
            rest = rest[(close + 1)..];
        }

        return groups.Count > 0 ? groups : throw RejectedRequestException.Parameter(name, Rule);
    }

    private static FilterGroup Read(string name, string text)
    {
        var parts = text.Split('=');
        if (parts.Length != 2 || parts[1].Contains('[', StringComparison.Ordinal))
            throw RejectedRequestException.Parameter(name, Rule);

        var values = parts[1].Split('|');
        if (values.Any(string.IsNullOrWhiteSpace))
            throw RejectedRequestException.Parameter(name, "contains an empty value");

        return new FilterGroup(Column.Read(name, parts[0]), values);
    }
}
