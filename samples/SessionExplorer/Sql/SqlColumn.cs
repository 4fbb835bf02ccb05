using System.Globalization;
using System.Text.RegularExpressions;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Sql;

/// <summary>A column of a SQL result: how it is read from DuckDB, and how its values are converted.</summary>
internal sealed partial record SqlColumn(string Name, string Type)
{
    // DuckDB.NET reads these types directly. DuckDB converts all other types to text, as it supports all of them.
    private bool IsNative =>
        Type is "BOOLEAN" or "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER"
            or "FLOAT" or "DOUBLE" or "VARCHAR";

    private bool IsExactNumber =>
        Type is "HUGEINT" or "UHUGEINT" or "UBIGINT" or "BIGNUM" || Type.StartsWith("DECIMAL", StringComparison.Ordinal);

    private bool IsMoment => Type.StartsWith("TIMESTAMP", StringComparison.Ordinal);

    public ColumnKind Kind =>
        Type switch
        {
            "BOOLEAN" => ColumnKind.Flag,
            "FLOAT" or "DOUBLE" => ColumnKind.Number,
            "VARCHAR" => ColumnKind.Text,
            _ when Type.StartsWith("DECIMAL", StringComparison.Ordinal) => ColumnKind.Number,
            _ => IsNative || IsExactNumber ? ColumnKind.Count : ColumnKind.Text,
        };

    /// <summary>The expression that reads the column under the name <paramref name="source"/>.</summary>
    public string Expression(string source) => IsNative ? source : $"CAST({source} AS VARCHAR)";

    public ResultColumn ToResultColumn() => new(Name, Name, Kind) { CanBeCut = Kind == ColumnKind.Text && !IsMoment };

    public object? Read(object value) =>
        value switch
        {
            DBNull => null,
            string text when IsExactNumber => new ExactNumber(text),
            string text when IsMoment => Iso(text),
            string or bool or double or long => value,
            // The shortest digits that identify the float, not its expansion to a double: 0.1.
            float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            DateTime time => DataText.Format(time),
            sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    // 2026-04-09 15:53:00.5+00 becomes 2026-04-09T15:53:00.5Z. Infinities and years beyond 9999 keep the format of DuckDB.
    private static string Iso(string text)
    {
        if (Moment().Match(text) is not { Success: true } match)
            return text;

        var offset = match.Groups["offset"].Value;
        return $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{(offset is "" or "+00" ? "Z" : offset)}";
    }

    [GeneratedRegex(
        @"^(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d(\.\d+)?)(?<offset>[+-]\d\d(:\d\d)*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
