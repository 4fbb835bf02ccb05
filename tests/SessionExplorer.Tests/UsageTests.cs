using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class UsageTests
{
    private const string Secret = "user-4711";

    [Theory]
    [InlineData("There is no command 'topp'; did you mean top?", "topp")]
    [InlineData("There is no option --wher; did you mean --where?", "list", "--wher", "country=US")]
    [InlineData("Did you mean latency?", "top", "lateny")]
    [InlineData("number:NAME", "top", "nonsense")]
    [InlineData("'country' is no metric.", "top", "country")]
    [InlineData("'startup' is no dimension.", "breakdown", "startup")]
    [InlineData("DIMENSION=VALUE", "list", "--where", "nonsense")]
    [InlineData("METRIC>NUMBER", "list", "--having", "latency>slow")]
    [InlineData("There are two filters on country", "list", "--where", "country=US", "--where", "country=Brazil")]
    [InlineData("A duration is", "list", "--last", "5")]
    [InlineData("A moment is", "list", "--from", "2026-02-30")]
    [InlineData("--last excludes --from", "list", "--last", "5h", "--from", "2026-02-03")]
    [InlineData("--to needs --from", "list", "--to", "2026-02-03")]
    [InlineData("--to must be later", "list", "--from", "2030-01-01")]
    [InlineData("--take is a whole number, at least 1.", "list", "--take", "0")]
    [InlineData("--take is a whole number, at least 1.", "list", "--take", "many")]
    [InlineData("--parallel is a whole number, 1 to 64.", "list", "--parallel", "99")]
    [InlineData("--desc needs --order-by", "list", "--desc")]
    [InlineData("--output is table, json, ndjson or csv.", "list", "--output", "xml")]
    [InlineData("--format is csv, ndjson or parquet.", "export", "x.csv", "--format", "xml")]
    [InlineData("does not tell the format", "export", "sessions.txt")]
    [InlineData("There is no folder", "export", "/nowhere/sessions.csv")]
    [InlineData("--resume excludes --overwrite", "export", "x.csv", "--resume", "--overwrite")]
    [InlineData("SliceBy", "list", "--slice", "1h", "--order-by", "latency")]
    [InlineData("sql needs a statement", "sql")]
    [InlineData("There is no file", "sql", "select 1", "--file", "nowhere.parquet")]
    [InlineData("A URL says all", "explain", "period=start=1,end=2&metrics=latency", "--take", "5")]
    [InlineData("period: missing", "explain", "nonsense")]
    [InlineData("Required argument", "histogram")]
    public async Task Refuses_with_one_line_that_helps(string says, params string[] arguments)
    {
        var run = await new Explorer().RunAsync(arguments);

        Assert.Contains(says, run.Failed(2));
        Assert.Empty(run.Output);
        Assert.DoesNotContain("System.", run.Error);
        Assert.DoesNotContain("(Parameter", run.Error);
    }

    [Theory]
    [InlineData("list", "--where", "subscriberid=x", Secret)]
    [InlineData("list", "--where", $"subscriberid={Secret}[")]
    [InlineData("list", "--where", Secret)]
    [InlineData("subscriber", $"{Secret}|")]
    [InlineData("subscriber", "someone", Secret)]
    public async Task Never_repeats_a_filters_value(params string[] arguments)
    {
        var run = await new Explorer().RunAsync(arguments);

        run.Failed(2);
        Assert.DoesNotContain(Secret, run.Error);
    }

    [Fact]
    public async Task Tells_a_mistake_in_sql()
    {
        var run = await new Explorer().RunAsync("sql", "select nonsense from sessions");

        Assert.Contains("nonsense", run.Failed(1));
        Assert.Empty(run.Output);
    }
}
