using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class TerminalTests
{
    public static TheoryData<string, int, string[]> Screens => new()
    {
        { "terminal-80-tour.txt", 80, [] },
        { "terminal-60-top.txt", 60, ["top"] },
        { "terminal-120-top.txt", 120, ["top"] },
        { "terminal-40-list.txt", 40, ["list", "--take", "3"] },
        { "terminal-120-subscriber.txt", 120, ["subscriber", "user-12345"] },
        { "terminal-80-histogram.txt", 80, ["histogram", "rebuffering", "--bars", "6"] },
        { "terminal-80-breakdown.txt", 80, ["breakdown", "platform", "--rows", "4"] },
        { "terminal-80-sql.txt", 80, ["sql", "select cdn, avg(startup_seconds) mean from sessions group by 1 order by 1"] },
        { "terminal-80-empty.txt", 80, ["list", "--where", "country=Nowhere"] },
        { "terminal-80-doctor.txt", 80, ["doctor"] },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Shows_the_screen_as_before(string golden, int width, string[] arguments) =>
        GoldenFile.Check(golden, await Terminal.RunAsync(new Explorer(), width, arguments));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task Fits_a_table_into_the_terminal(int width)
    {
        var screen = await Terminal.RunAsync(new Explorer(), width, "list", "--take", "5", "--columns", "all");

        // The first line comes from standard error: where the data come from.
        Assert.All(screen.Split('\n').Skip(1), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
    }

    [Fact]
    public async Task Tells_times_in_the_readers_zone()
    {
        string[] command = ["list", "--take", "1", "--columns", "start_time"];
        var screen = await Terminal.RunAsync(new Explorer().With("TZ", "Asia/Kolkata"), 100, command);
        var data = await new Explorer().RunAsync([.. command, "--output", "csv"]);

        var start = DateTimeOffset.Parse(data.Good().Output.Split('\n')[1], null);
        Assert.Contains($"{start.ToOffset(TimeSpan.FromHours(5.5)):MM-dd HH:mm:ss}", screen);
    }
}
