using DuckDB.NET.Data;

namespace NightlyExport.Tests.Support;

/// <summary>A data set in a temporary folder.</summary>
public sealed class DataSet : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("nightly-export-").FullName;

    /// <summary>The sorted paths of its files.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal)];

    public string this[string file] => Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Asserts that both have the same files, byte by byte.</summary>
    public void MustEqual(DataSet other)
    {
        Assert.Equal(other.Files, Files);
        foreach (var file in Files)
            Assert.True(File.ReadAllBytes(other[file]).SequenceEqual(File.ReadAllBytes(this[file])), $"{file} differs.");
    }

    /// <summary>Returns the first column of a query over <c>sessions</c>, the view of all partitions.</summary>
    public IReadOnlyList<T> Query<T>(string sql) => Run<T>(
        $$"""
        CREATE VIEW sessions AS
        SELECT * FROM read_parquet('{{Folder}}/*/*/*.parquet', hive_types = {'dt': DATE, 'hour': INTEGER});
        {{sql}}
        """);

    /// <summary>Returns the first column of a query that contains its file names.</summary>
    public static IReadOnlyList<T> Run<T>(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<T>();
        while (reader.Read())
            values.Add(reader.GetFieldValue<T>(0));

        return values;
    }

    private string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');
}
