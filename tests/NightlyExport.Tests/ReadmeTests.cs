using System.Text.RegularExpressions;
using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed partial class ReadmeTests : IDisposable
{
    private readonly DataSet _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Readme_DuckDB_query_reads_partitions()
    {
        (await new Worker().RunAsync("--demo", "--output", _data.Folder)).Good();
        var sql = SqlBlock().Match(File.ReadAllText(Paths.WorkerReadme)).Groups["sql"].Value;
        Assert.Contains("'sessions/*", sql, StringComparison.Ordinal);

        var rows = DataSet.Run<object>(sql.Replace("'sessions/", $"'{_data.Folder}/", StringComparison.Ordinal));

        Assert.Equal(6, rows.Count); // hours 18 to 23
    }

    [Fact]
    public async Task ScalePage_DuckDB_view_reads_partitions()
    {
        (await new Worker().RunAsync("--demo", "--output", _data.Folder)).Good();
        var view = DuckDBBlock().Match(File.ReadAllText(Paths.ScalePage)).Groups["sql"].Value;
        Assert.Contains("'/data/sessions/", view, StringComparison.Ordinal);

        var rows = DataSet.Run<string>(
            $"""
            {view.Replace("'/data/sessions/", $"'{_data.Folder}/", StringComparison.Ordinal)}
            SELECT session_id FROM sessions WHERE dt = DATE '2026-04-09' AND hour BETWEEN 0 AND 23 ORDER BY 1
            """);

        Assert.Equal(BuiltIn.Ids(BuiltIn.Ended), rows);
    }

    [GeneratedRegex("^<!-- duckdb -->\n```sql\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex DuckDBBlock();

    [GeneratedRegex("^```sql\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
