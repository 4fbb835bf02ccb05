namespace SessionExplorer.Catalogue;

/// <summary>Finds columns by name: the API's name, the name in data, the name in C#, or the heading.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, (string Name, Column Column)> BySimpleName = KnownColumns
        .All.SelectMany(column => Names(column).Select(name => (Name: name, Column: column)))
        .DistinctBy(entry => Simplify(entry.Name))
        .ToDictionary(entry => Simplify(entry.Name));

    /// <exception cref="UnknownColumnException">No column has that name. The message contains similar names.</exception>
    public static Column Find(string text) =>
        CustomColumn.TryRead(text)
        ?? BySimpleName.GetValueOrDefault(Simplify(text)).Column
        ?? throw new UnknownColumnException(text, Similar(text));

    public static Column FindMetric(string text) =>
        Find(text) is { IsMetric: true } column
            ? column
            : throw new UnknownColumnException(
                $"'{text}' is not a metric. The metrics are {List(KnownColumns.All.Where(known => known.IsMetric))}.");

    public static Column FindDimension(string text) =>
        Find(text) is { IsDimension: true } column
            ? column
            : throw new UnknownColumnException(
                $"'{text}' is not a dimension. The dimensions are {List(KnownColumns.All.Where(known => known.IsDimension))}.");

    /// <summary>The candidates of shell completion for a column.</summary>
    public static string[] Completions(IEnumerable<Column> columns, string suffix = "") =>
        [.. columns.SelectMany(column => new[] { column.Name, column.Field.Name }).Distinct().Select(name => name + suffix)];

    private static IEnumerable<string> Names(Column column) =>
        [column.Field.Name, column.Name, column.CSharp[(column.CSharp.IndexOf('.') + 1)..], column.Label];

    private static string Simplify(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static IEnumerable<string> Similar(string text)
    {
        var wanted = Simplify(text);
        return BySimpleName
            .Select(entry => (entry.Value.Name, entry.Value.Column, Distance: EditDistance.Between(wanted, entry.Key)))
            .Where(entry => entry.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(entry => entry.Distance)
            .DistinctBy(entry => entry.Column)
            .Take(3)
            .Select(entry => entry.Name);
    }

    private static string List(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => column.Name));
}
