using System.Text.Json;
using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class SqlTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("time '12:34:56.5'", "12:34:56.5")]
    [InlineData("timetz '12:00:00+02'", "12:00:00+02")]
    [InlineData("'\\xAA\\x00'::blob", "\\xAA\\x00")]
    [InlineData("{'x': 1, 'y': [1, null]}", "{'x': 1, 'y': [1, NULL]}")]
    [InlineData("map {'a': 1}", "{a=1}")]
    [InlineData("[[1], [2, 3]]", "[[1], [2, 3]]")]
    [InlineData("array_value(1, 2)", "[1, 2]")]
    [InlineData("union_value(k := 1)", "1")]
    [InlineData("'a'::enum('a', 'b')", "a")]
    [InlineData("interval 90 minute", "01:30:00")]
    [InlineData("'101'::bit", "101")]
    [InlineData("date '2026-04-09'", "2026-04-09")]
    [InlineData("timestamp '2026-04-09 12:00:00.25'", "2026-04-09T12:00:00.25Z")]
    [InlineData("timestamp_ns '2026-04-09 12:00:00.123456789'", "2026-04-09T12:00:00.123456789Z")]
    [InlineData("timestamptz '2026-04-09 12:00:00+02'", "2026-04-09T10:00:00Z")]
    [InlineData("timestamp 'infinity'", "infinity")]
    [InlineData("'6e5b1a5c-1e1f-4d62-9a5e-2f5f0f5e3f11'::uuid", "6e5b1a5c-1e1f-4d62-9a5e-2f5f0f5e3f11")]
    [InlineData("'{\"a\": 1}'::json", "{\"a\": 1}")]
    [InlineData("'a' || chr(0) || 'b'", "a\0b")]
    public async Task Sql_value_of_any_type_is_converted_to_text(string expression, string expected)
    {
        var json = await RunJsonAsync($"select {expression} v");

        Assert.Equal(expected, json[0].GetProperty("v").GetString());
    }

    [Theory]
    [InlineData("12345678901234567890123456789012345678::decimal(38, 0)", "12345678901234567890123456789012345678")]
    [InlineData("1.50::decimal(5, 2)", "1.50")]
    [InlineData("170141183460469231731687303715884105727::hugeint", "170141183460469231731687303715884105727")]
    [InlineData("18446744073709551615::ubigint", "18446744073709551615")]
    [InlineData("0.1::float", "0.1")]
    [InlineData("0.1::double", "0.1")]
    [InlineData("7::utinyint", "7")]
    public async Task Sql_number_of_any_type_keeps_all_digits(string expression, string expected)
    {
        var json = await RunJsonAsync($"select {expression} v");
        var csv = await RunFileSqlAsync($"select {expression} v", "csv");

        Assert.Equal(expected, json[0].GetProperty("v").GetRawText());
        Assert.Equal($"v\n{expected}\n", csv);
    }

    [Fact]
    public async Task Sql_duplicate_column_names_become_unique()
    {
        var json = await RunJsonAsync("select 1 a, 2 a");

        Assert.Equal(["a", "a_1"], json[0].EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData(" ; -- nothing\n /* at ; all */ ;")]
    public async Task Sql_without_statement_is_rejected(string sql)
    {
        var run = await new Explorer().RunAsync("sql", sql);

        Assert.Contains("needs a statement", run.Failed(2));
    }

    [Fact]
    public async Task Sql_several_statements_show_all_results()
    {
        var run = await RunFileSqlAsync("set threads = 1; select ';' a; -- ;\nselect $$x;y$$ b;", "ndjson");

        Assert.Equal("{\"a\":\";\"}\n{\"b\":\"x;y\"}\n", run);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task Sql_file_columns_have_types_of_catalogue(string format)
    {
        var rows = Enumerable.Range(0, 3000).Select(index => Pages.Session(
            index,
            ("latency", index == 2999 ? 1.75 : 1),
            ("errorcode", index == 2999 ? "E_404" : "404"),
            ("assetname", "12:34:56"),
            ("drmprotection", "\"Widevine\""),
            ("avgbitrate", index == 2999 ? 0.5 : 1),
            ("zip", "007")));
        using var service = new FakeService(200, Pages.Create(rows));
        var file = _workspace["q[1]." + format];
        _workspace.Write("q1." + format, "wrong\n1\n");
        string[] columns = ["--columns", "startup_seconds,error_code,asset_name,drm,start_time,number:avgbitrate,text:zip"];
        string[] export = ["export", file, "--base-url", service.BaseAddress, "--take", "3000", "--page-size", "3000"];
        (await new Explorer().WithKey().RunAsync([.. export, .. columns])).Good();

        var run = await new Explorer().RunAsync(
            "sql",
            "select max(startup_seconds) s, max(error_code) e, any_value(asset_name) a, any_value(drm) d, "
            + "typeof(any_value(start_time)) t, max(avgbitrate) b, min(avgbitrate) m, max(zip) z from sessions",
            "--file",
            file,
            "--output",
            "ndjson");

        Assert.Equal(
            """{"s":1.75,"e":"E_404","a":"12:34:56","d":"\"Widevine\"","t":"TIMESTAMP","b":1,"m":0.5,"z":"007"}""" + "\n",
            run.Good().Output);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("parquet")]
    public async Task Sql_file_round_trips_unicode_titles(string format)
    {
        using var service = new FakeService(200, Pages.Hard());
        var file = _workspace["titles." + format];
        (await new Explorer().WithKey().RunAsync("export", file, "--base-url", service.BaseAddress)).Good();

        var run = await new Explorer()
            .RunAsync("sql", "select asset_name from sessions order by start_time", "--file", file, "-o", "ndjson");

        var titles = run.Good().Output
            .TrimEnd()
            .Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("asset_name").GetString());
        Assert.Equal(Pages.HardTitles, titles);
    }

    [Fact]
    public async Task Sql_file_pattern_reads_all_matching_files()
    {
        _workspace.Write("day-1.csv", "asset_name,errors\nA,1\n");
        _workspace.Write("day-2.csv", "asset_name,errors\n,2\n\"\",3\n");

        var run = await new Explorer().RunAsync(
            "sql", "select count(asset_name) n, sum(errors) s from sessions", "--file", _workspace["day-*.csv"], "-o", "ndjson");

        // An empty field is null, and two quotes are an empty text.
        Assert.Equal("{\"n\":2,\"s\":6}\n", run.Good().Output);
    }

    [Theory]
    [InlineData("--where", "--where", "country=US")]
    [InlineData("--last", "--last", "1h")]
    [InlineData("--take", "--take", "5")]
    [InlineData("--slice", "--slice", "1h")]
    public async Task Sql_file_with_query_options_is_rejected(string expected, params string[] options)
    {
        var file = _workspace.Write("x.csv", "errors\n1\n");
        var run = await new Explorer().RunAsync(["sql", "select 1", "--file", file, .. options]);

        Assert.Contains($"--file cannot be combined with {expected}", run.Failed(2));
    }

    [Fact]
    public async Task Sql_text_with_nul_character_is_not_truncated()
    {
        using var service = new FakeService(200, Pages.Create([Pages.Session(1, ("assetname", "a\0b"))]));
        var run = await new Explorer().WithKey().RunAsync(
            "sql", "select length(asset_name) n, asset_name from sessions", "--base-url", service.BaseAddress, "-o", "ndjson");

        Assert.Equal("{\"n\":3,\"asset_name\":\"a\\u0000b\"}\n", run.Good().Output);
    }

    private async Task<JsonElement> RunJsonAsync(string sql) =>
        JsonDocument.Parse(await RunFileSqlAsync(sql, "json")).RootElement;

    // A file is the table, as it is faster than downloading sessions.
    private async Task<string> RunFileSqlAsync(string sql, string output)
    {
        var file = _workspace.Write("one.csv", "errors\n1\n");
        return (await new Explorer().RunAsync("sql", sql, "--file", file, "--output", output)).Good().Output;
    }
}
