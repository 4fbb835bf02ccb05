using DuckDB.NET.Data;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Sql;

/// <summary>The files of <c>sql --file</c>: one path, or all files that match a pattern.</summary>
internal sealed record ExportedFiles(IReadOnlyList<string> Paths, FileFormat Format)
{
    private static readonly char[] PatternCharacters = ['*', '?', '['];

    /// <summary>Finds the files. If a file with this exact name exists, the text is not treated as a pattern.</summary>
    /// <exception cref="UsageException">No file exists, or the files have several formats.</exception>
    public static ExportedFiles Find(SessionDatabase database, string text)
    {
        if (Directory.Exists(text))
            throw new UsageException($"--file must be a file or a pattern. '{text}' is a folder.");

        var paths = File.Exists(text) ? [Path.GetFullPath(text)] : Match(database, text);
        var formats = paths.Select(FormatOf).Distinct().ToList();
        return formats is [var format]
            ? new(paths, format)
            : throw new UsageException("--file matches files of several formats. Specify files of one format.");
    }

    /// <summary>The paths as a list in DuckDB, without wildcards.</summary>
    public string ToSql() => $"[{string.Join(", ", Paths.Select(path => SqlSchema.Literal(Escape(path))))}]";

    private static List<string> Match(SessionDatabase database, string pattern)
    {
        try
        {
            if (pattern.IndexOfAny(PatternCharacters) >= 0
                && database.ReadTexts($"SELECT file FROM glob({SqlSchema.Literal(pattern)}) ORDER BY 1") is { Count: > 0 } found)
                return found;
        }
        catch (DuckDBException)
        {
            // A pattern that DuckDB cannot read matches no file.
        }

        throw new UsageException($"No file matches '{pattern}'.");
    }

    private static FileFormat FormatOf(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        if (name.EndsWith(".gz", StringComparison.Ordinal) || name.EndsWith(".zst", StringComparison.Ordinal))
            name = Path.GetFileNameWithoutExtension(name);

        return Path.GetExtension(name) switch
        {
            ".csv" => FileFormat.Csv,
            ".ndjson" or ".jsonl" or ".json" => FileFormat.Json,
            ".parquet" => FileFormat.Parquet,
            _ => throw new UsageException($"The name of '{path}' does not specify its format: .csv, .ndjson, .json or .parquet."),
        };
    }

    private static string Escape(string path) => string.Concat(path.Select(Escape));

    private static string Escape(char character) => PatternCharacters.Contains(character) ? $"[{character}]" : $"{character}";
}
