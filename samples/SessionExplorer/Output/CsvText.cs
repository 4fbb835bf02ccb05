using System.Buffers;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Output;

/// <summary>Formats rows as CSV, following RFC 4180. A missing value is empty, and an empty text is two quotes.</summary>
internal sealed class CsvText(bool isSafe)
{
    private const string FormulaCharacters = "=+-@\t\r";

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public string Header(IReadOnlyList<ResultColumn> columns) =>
        string.Join(',', columns.Select(column => Quote(Disarm(column.Name))));

    public string Row(IReadOnlyList<ResultColumn> columns, IReadOnlyList<object?> row) =>
        string.Join(',', row.Select((value, index) => Field(value, columns[index].Kind)));

    private string Field(object? value, ColumnKind kind)
    {
        if (value is null)
            return "";

        var text = DataText.Format(value);
        return Quote(kind == ColumnKind.Text ? Disarm(text) : text);
    }

    private string Disarm(string text) => isSafe && text.Length > 0 && FormulaCharacters.Contains(text[0]) ? "'" + text : text;

    private static string Quote(string text) =>
        text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || text.AsSpan().ContainsAny(Special)
            ? $"\"{text.Replace("\"", "\"\"")}\""
            : text;
}
