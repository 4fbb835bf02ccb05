namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>Writes a Markdown table.</summary>
internal static class Table
{
    public static string Format(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) =>
        Line(heads) + $"|{string.Concat(heads.Select(_ => "---|"))}\n" + string.Concat(rows.Select(Line));

    public static string Code(string text) => $"`{text.Replace("|", @"\|", StringComparison.Ordinal)}`";

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
