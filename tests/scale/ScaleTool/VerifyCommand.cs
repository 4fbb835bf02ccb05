using DuckDB.NET.Data;

namespace ScaleTool;

/// <summary>Compares a data set with the expected results in DuckDB: unique sessions, and counts, sums and p95 by CDN and hour.</summary>
internal static class VerifyCommand
{
    public static int Run(string folder, string truth)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var files = $"read_parquet('{folder}/**/*.parquet', hive_types = {{'dt': DATE, 'hour': INTEGER}})";
        var (rows, ids, expected) = (
            Scalar(connection, $"SELECT count(*) FROM {files}"),
            Scalar(connection, $"SELECT count(DISTINCT session_id) FROM {files}"),
            Scalar(connection, $"SELECT sum(sessions)::BIGINT FROM read_csv('{truth}')"));
        var different = Scalar(
            connection,
            $"""
            WITH actual AS (
                SELECT hour, coalesce(cdn, '') AS cdn, count(*) AS sessions, coalesce(sum(watch_seconds), 0) AS watch_seconds,
                    quantile_cont(startup_seconds, 0.95) AS p95_startup_seconds
                FROM {files} GROUP BY ALL),
            expected AS (SELECT * REPLACE (coalesce(cdn, '') AS cdn) FROM read_csv('{truth}', types = {'{'}'cdn': 'VARCHAR'{'}'}))
            SELECT count(*) FROM actual FULL JOIN expected USING (hour, cdn)
            WHERE actual.sessions IS DISTINCT FROM expected.sessions
                OR abs(actual.watch_seconds - expected.watch_seconds) > 0.001 * expected.sessions
                OR coalesce(abs(actual.p95_startup_seconds - expected.p95_startup_seconds) > 0.00001, false)
                OR (actual.p95_startup_seconds IS NULL) <> (expected.p95_startup_seconds IS NULL)
            """);

        Console.WriteLine($"{rows} rows, {ids} different sessions, {expected} expected; {different} of the groups by CDN and hour differ");
        return rows == expected && ids == expected && different == 0 ? 0 : 1;
    }

    private static long Scalar(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar());
    }
}
