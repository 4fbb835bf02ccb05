using System.Globalization;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Sql;

/// <summary>Reads exported files in DuckDB. The catalogue determines the types, not the first rows.</summary>
internal sealed class FileReader(SessionDatabase database, ExportedFiles files)
{
    private const string CsvOptions =
        "header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', "
        + "allow_quoted_nulls = false, parallel = false, union_by_name = true";

    /// <summary>The query that returns the rows of the files.</summary>
    public string ToSql() =>
        files.Format switch
        {
            FileFormat.Csv => ReadText($"read_csv({files.ToSql()}, {CsvOptions})"),
            FileFormat.Json => ReadText(ReadJson()),
            _ => $"SELECT * FROM read_parquet({files.ToSql()}, union_by_name = true)",
        };

    // Each value is read as text first, so that 404 and E_404 in one column cause no error.
    private string ReadJson()
    {
        var found = $"read_json({files.ToSql()}, sample_size = -1, union_by_name = true)";
        var types = Describe(found).Select(name => $"{SqlSchema.Literal(name)}: 'VARCHAR'");
        return $"read_json({files.ToSql()}, columns = {{{string.Join(", ", types)}}})";
    }

    private string ReadText(string source)
    {
        var values = Describe(source).Select(name =>
        {
            var quoted = SqlSchema.Quote(name);
            return Type(source, name) is { } type ? $"CAST({quoted} AS {type}) AS {quoted}" : quoted;
        });
        return $"SELECT {string.Join(", ", values)} FROM {source}";
    }

    private List<string> Describe(string source) => database.ReadTexts($"DESCRIBE SELECT * FROM {source}");

    private string? Type(string source, string name)
    {
        if (KnownColumns.All.FirstOrDefault(column => column.Name == name) is { } column)
            return column.Kind == ColumnKind.Text ? null : SqlSchema.Type(column);

        return Infer(source, SqlSchema.Quote(name));
    }

    // Other columns, such as number:avgbitrate, are numbers if every value of the file is a number. 007 is text.
    private string? Infer(string source, string name)
    {
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT CASE
                WHEN count({name}) = 0 THEN 'VARCHAR'
                WHEN bool_and({name} IS NULL OR CAST(TRY_CAST({name} AS BIGINT) AS VARCHAR) IS NOT DISTINCT FROM {name})
                    THEN 'BIGINT'
                WHEN bool_and({name} IS NULL OR regexp_full_match({name}, '-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?'))
                    THEN 'DOUBLE'
                WHEN bool_and({name} IS NULL OR {name} IN ('true', 'false')) THEN 'BOOLEAN'
                ELSE 'VARCHAR' END
            FROM {source}
            """);
        return database.ReadTexts(sql)[0] is var type && type == "VARCHAR" ? null : type;
    }
}
