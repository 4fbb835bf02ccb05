using System.Text.RegularExpressions;
using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed partial class ReadmeTests : IDisposable
{
    private readonly DataSet _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task DuckDB_reads_the_partitions_as_the_readme_shows()
    {
        (await new Worker().RunAsync("--demo", "--output", _data.Folder)).Good();
        var sql = SqlBlock().Match(File.ReadAllText(Paths.WorkerReadme)).Groups["sql"].Value;
        Assert.Contains("'sessions/*", sql, StringComparison.Ordinal);

        var rows = DataSet.Run<object>(sql.Replace("'sessions/", $"'{_data.Folder}/", StringComparison.Ordinal));

        Assert.Equal(6, rows.Count); // hours 18 to 23
    }

    [GeneratedRegex("^```sql\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
