using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class PipedOutputTests
{
    private const string VendorsUrl =
        "https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832?period=start=1775749962,end=1775836362"
        + "&metrics=cirrbufferingratio,starttime,endtime,assetname,watchtime,sessionid,sourcetype&aggby=sessionid"
        + "&filter=[platform=Android]&qoefilter=cirrbufferingratio>10&orderby=cirrbufferingratio&order=desc&limit=25";

    public static TheoryData<string, string[]> Commands => new()
    {
        { "tour.txt", [] },
        { "top.tsv", ["top"] },
        { "top-score.json", ["top", "score", "--take", "3", "--output", "json"] },
        { "top-best.csv", ["top", "latency", "--best", "--take", "3", "--output", "csv"] },
        { "list.tsv", ["list", "--take", "5"] },
        {
            "list-filtered.csv",
            [
                "list", "--where", "country=US|Canada", "--having", "latency>3", "--order-by",
                "startup", "--desc", "--take", "5", "-o", "csv",
            ]
        },
        { "list-all-columns.ndjson", ["list", "--columns", "all", "--take", "3", "--output", "ndjson"] },
        {
            "list-statuses.csv",
            [
                "list", "--started", "--all-statuses", "--where", "status=running",
                "--columns", "start,end,status", "--take", "3", "-o", "csv",
            ]
        },
        {
            "list-moments.csv",
            [
                "list", "--from", "2026-04-10T06:00Z", "--to", "2026-04-10T06:05Z",
                "--columns", "end_time,asset_name", "--order-by", "end_time", "-o", "csv",
            ]
        },
        { "list-empty.csv", ["list", "--where", "country=Nowhere", "--output", "csv"] },
        { "list-empty.json", ["list", "--where", "country=Nowhere", "--output", "json"] },
        { "list-custom-column.json", ["list", "--columns", "start_time,number:avgbitrate", "--take", "1", "--output", "json"] },
        { "subscriber.tsv", ["subscriber", "user-12345"] },
        { "histogram.tsv", ["histogram", "startup"] },
        { "histogram-score.json", ["histogram", "score", "--bars", "5", "--where", "country=Brazil", "--output", "json"] },
        { "breakdown.tsv", ["breakdown", "cdn"] },
        { "breakdown-platform.csv", ["breakdown", "platform", "--metric", "rebuffering", "--rows", "3", "--output", "csv"] },
        {
            "sql.tsv",
            ["sql", "select country, count(*) n, quantile_cont(startup_seconds, 0.95) p95 from sessions group by 1 order by 1"]
        },
        {
            "sql-types.json",
            [
                "sql",
                "select min(start_time) a, max(end_time)::date b, [1, 2] c, sum(errors) d, 1.5::decimal(5,2) e, true f, null g "
                    + "from sessions",
                "-o", "json",
            ]
        },
        { "sql-schema.tsv", ["sql", "--schema"] },
        {
            "explain.txt",
            [
                "explain", "--where", "platform=Android", "--having", "playtime<90s",
                "--order-by", "rebuffering", "--desc", "--take", "25",
            ]
        },
        { "explain-url.txt", ["explain", VendorsUrl] },
        {
            "explain-url.json",
            ["explain", $"curl --url '{VendorsUrl}' --header 'X-API-Key: <your-api-key>'", "--output", "json"]
        },
        { "why.tsv", ["why", "rebuffering"] },
        { "why.json", ["why", "rebuffering", "--over", "8%", "--output", "json"] },
        { "why-score.json", ["why", "score", "--under", "70", "--dimensions", "cdn,hour,text:city", "--output", "json"] },
        { "why-nothing.json", ["why", "failed-starts", "--last", "1h", "--output", "json"] },
        { "compare.json", ["compare", "errors", "--last", "2h", "--against", "4h", "--dimensions", "cdn", "--output", "json"] },
        {
            "compare.csv",
            [
                "compare", "startup", "--from", "2026-04-10T12:00Z", "--to", "2026-04-10T14:00Z", "--against",
                "2026-04-10T08:00Z..2026-04-10T10:00Z", "--over", "3s", "--dimensions", "cdn,device", "-o", "csv",
            ]
        },
        { "watch.ndjson", ["watch", "--looks", "1", "--window", "5m", "--where", "country=Brazil"] },
        { "watch.json", ["watch", "score", "--looks", "1", "--window", "1m", "--lookback", "1m", "--output", "json"] },
        { "doctor.txt", ["doctor"] },
        { "doctor.json", ["doctor", "--output", "json"] },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task PipedOutput_is_plain_text_and_matches_golden_file(string golden, string[] arguments)
    {
        var output = (await new Explorer().RunAsync(arguments)).Good().Output;

        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain("─", output);
        GoldenFile.Check(golden, output);
    }

    [Fact]
    public async Task PipedOutput_times_are_utc_in_any_time_zone()
    {
        string[] command = ["list", "--take", "5"];
        var here = await new Explorer().RunAsync(command);
        var there = await new Explorer().With("TZ", "Asia/Kolkata").RunAsync(command);

        Assert.Equal(here.Good().Output, there.Good().Output);
    }

    [Fact]
    public async Task PipedOutput_closed_reader_ends_listing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test needs head.");
        var list = $"'{Paths.Explorer}' list --take 4000 --page-size 10 --parallel 1 --output ndjson";

        // The complete listing would take half an hour.
        var run = await new Explorer()
            .With("SESSIONEXPLORER_LATENCY_MS", "20")
            .RunProgramAsync("/bin/bash", "-c", $"set -o pipefail; {list} | head -1");

        Assert.Single(run.Good().Output.TrimEnd().Split('\n'));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
