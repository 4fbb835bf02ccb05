using DuckDB.NET.Data;
using Parquet;
using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Reads exported Parquet with two libraries other than the one that wrote it.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("🎬%", 1)]
    [InlineData("（字幕版）%", 1)]
    [InlineData("e%", 1)]
    [InlineData("%", 9)]
    public async Task ParquetExport_supplementary_characters_are_found_with_row_group_pruning(string pattern, int expected)
    {
        var file = await ExportAsync();

        Assert.Equal($"{expected}", Query($"select count(*) from '{file}' where asset_name like '{pattern}'").Single());
    }

    [Fact]
    public async Task ParquetExport_text_statistics_are_in_byte_order()
    {
        var file = await ExportAsync();

        var statistics = Query($"select stats_max_value from parquet_metadata('{file}') where path_in_schema = 'asset_name'");

        var greatest = Pages.HardTitles.MaxBy(
            title => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(title)),
            StringComparer.Ordinal);
        Assert.All(statistics, statistic => Assert.True(statistic is "" || statistic == greatest, statistic));
    }

    [Fact]
    public async Task ParquetExport_is_read_identically_by_two_libraries()
    {
        var file = await ExportAsync();

        var duckdb = Query($"select asset_name from '{file}'");
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var field = reader.Schema.DataFields.Single(field => field.Name == "asset_name");
        var titles = new string?[group.RowCount];
        await group.ReadAsync(field, titles.AsMemory(), null, TestContext.Current.CancellationToken);

        Assert.Equal(Pages.HardTitles, duckdb);
        Assert.Equal(Pages.HardTitles, titles);
        Assert.Equal(
            ["asset_name", "VARCHAR", "start_time", "TIMESTAMP WITH TIME ZONE", "errors", "BIGINT"],
            Query(
                "select unnest([column_name, column_type]) "
                + $"from (describe select asset_name, start_time, errors from '{file}')"));
    }

    private async Task<string> ExportAsync()
    {
        using var service = new FakeService(200, Pages.Hard());
        var file = _workspace["titles.parquet"];
        (await new Explorer().WithKey().RunAsync("export", file, "--base-url", service.BaseAddress)).Good();
        return file;
    }

    private static List<string> Query(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);

        return texts;
    }
}
