using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class UsageTests
{
    private const string Secret = "user-4711";

    [Theory]
    [InlineData("Unknown command 'topp'. Did you mean 'top'?", "topp")]
    [InlineData("Unknown option '--wher'. Did you mean '--where'?", "list", "--wher", "country=US")]
    [InlineData("Did you mean latency?", "top", "lateny")]
    [InlineData("number:NAME", "top", "nonsense")]
    [InlineData("'country' is not a metric.", "top", "country")]
    [InlineData("'startup' is not a dimension.", "breakdown", "startup")]
    [InlineData("DIMENSION=VALUE", "list", "--where", "nonsense")]
    [InlineData("METRIC>NUMBER", "list", "--having", "latency>slow")]
    [InlineData("country has two filters", "list", "--where", "country=US", "--where", "country=Brazil")]
    [InlineData("--last '5': A duration must be", "list", "--last", "5")]
    [InlineData("--slice 'x': A duration must be", "list", "--slice", "x")]
    [InlineData("--all cannot be combined with --take", "list", "--all", "--take", "5")]
    [InlineData("is empty. Specify the text", "list", "--where", "country=")]
    [InlineData("as different kinds", "list", "--columns", "number:x,text:x")]
    [InlineData("--last reaches back before 1970", "list", "--last", "4000w")]
    [InlineData("--from '2026-02-30': A time must be", "list", "--from", "2026-02-30")]
    [InlineData("--last cannot be combined with --from", "list", "--last", "5h", "--from", "2026-02-03")]
    [InlineData("--to needs --from", "list", "--to", "2026-02-03")]
    [InlineData("--to must be later", "list", "--from", "2030-01-01")]
    [InlineData("--take must be a whole number, at least 1.", "list", "--take", "0")]
    [InlineData("--take must be a whole number, at least 1.", "list", "--take", "many")]
    [InlineData("--parallel must be a whole number, 1 to 64.", "list", "--parallel", "99")]
    [InlineData("--desc needs --order-by", "list", "--desc")]
    [InlineData("--output must be table, json, ndjson or csv.", "list", "--output", "xml")]
    [InlineData("--format must be csv, ndjson or parquet.", "export", "x.csv", "--format", "xml")]
    [InlineData("does not specify the format", "export", "sessions.txt")]
    [InlineData("does not exist", "export", "/nowhere/sessions.csv")]
    [InlineData("--resume cannot be combined with --overwrite", "export", "x.csv", "--resume", "--overwrite")]
    [InlineData("--slice returns sessions in the order of", "list", "--slice", "1h", "--order-by", "latency")]
    [InlineData("sql needs a statement", "sql")]
    [InlineData("No file matches", "sql", "select 1", "--file", "nowhere.parquet")]
    [InlineData("A URL contains the whole query", "explain", "period=start=1,end=2&metrics=latency", "--take", "5")]
    [InlineData("period: missing", "explain", "nonsense")]
    [InlineData("Required argument", "histogram")]
    [InlineData("'country' is not a metric.", "why", "country")]
    [InlineData("--over for startup_seconds must be a number or a duration", "why", "startup", "--over", "slow")]
    [InlineData("--over cannot be combined with --under", "why", "startup", "--over", "3s", "--under", "1s")]
    [InlineData("failed-starts takes neither", "why", "failed-starts", "--over", "3")]
    [InlineData("'startup' is not a dimension.", "why", "--dimensions", "startup")]
    [InlineData("--dimensions needs at least one name", "why", "--dimensions", ",")]
    [InlineData("does not exist", "why", "--report", "/nowhere/why.html")]
    [InlineData("--with-subscribers needs --report", "why", "--with-subscribers")]
    [InlineData("A report by subscriber shows subscriber ids", "why", "--dimensions", "subscriberid", "--report", "x.html")]
    [InlineData("--against must be a duration", "compare", "--against", "yesterday")]
    [InlineData("--against must end later", "compare", "--against", "2026-02-03..2026-02-02")]
    [InlineData("a dimension other than hour", "compare", "--dimensions", "hour")]
    [InlineData("--every must be at least 1s", "watch", "--every", "100ms")]
    [InlineData("--window must be 1s to 24h", "watch", "--window", "3d")]
    public async Task Usage_error_is_one_line_with_help(string expected, params string[] arguments)
    {
        var run = await new Explorer().RunAsync(arguments);

        Assert.Contains(expected, run.Failed(2));
        Assert.Empty(run.Output);
        Assert.DoesNotContain("System.", run.Error);
        Assert.DoesNotContain("(Parameter", run.Error);
        Assert.DoesNotContain("SliceBy", run.Error);
        Assert.DoesNotContain(".Raw", run.Error);
    }

    [Theory]
    [InlineData("list", "--where", "subscriberid=x", Secret)]
    [InlineData("list", "--where", $"subscriberid={Secret}[")]
    [InlineData("list", "--where", Secret)]
    [InlineData("subscriber", $"{Secret}|")]
    [InlineData("subscriber", "someone", Secret)]
    [InlineData("list", "--where", $"subscriberid={Secret}]")]
    [InlineData("list", "--where", $"nodimension={Secret}")]
    public async Task Usage_error_does_not_contain_filter_value(params string[] arguments)
    {
        var run = await new Explorer().RunAsync(arguments);

        run.Failed(2);
        Assert.DoesNotContain(Secret, run.Error);
    }

    [Fact]
    public async Task Subscriber_id_with_at_sign_is_not_a_response_file()
    {
        var run = await new Explorer().RunAsync("subscriber", "@user", "-o", "json");

        Assert.Equal("[]\n", run.Good().Output);
    }

    [Theory]
    [InlineData("startup_seconds", "[suggest:4]", "top ")]
    [InlineData("country", "[suggest:10]", "breakdown ")]
    [InlineData("rebuffering_percentage", "[suggest:23]", "breakdown cdn --metric ")]
    public async Task Completion_suggests_columns(string offered, params string[] arguments)
    {
        var run = await new Explorer().RunAsync(arguments);

        Assert.Contains(offered, run.Good().Output.Split('\n'));
    }

    [Fact]
    public async Task List_all_returns_more_than_fifty_sessions()
    {
        var run = await new Explorer().RunAsync("list", "--all", "--columns", "country", "-o", "csv");

        Assert.True(run.Good().Output.Split('\n').Length > 3000);
    }

    [Fact]
    public async Task List_without_sessions_is_empty_in_ndjson()
    {
        var run = await new Explorer().RunAsync("list", "--where", "country=Nowhere", "-o", "ndjson");

        Assert.Equal("", run.Good().Output);
    }

    [Fact]
    public async Task Sql_error_is_reported()
    {
        var run = await new Explorer().RunAsync("sql", "select nonsense from sessions");

        Assert.Contains("nonsense", run.Failed(1));
        Assert.Empty(run.Output);
    }
}
