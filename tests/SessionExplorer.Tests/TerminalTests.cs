using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class TerminalTests
{
    public static TheoryData<string, int, string[]> Screens => new()
    {
        { "terminal-80-tour.txt", 80, [] },
        { "terminal-80-why.txt", 80, ["why", "rebuffering"] },
        { "terminal-120-why.txt", 120, ["why", "rebuffering"] },
        { "terminal-80-why-nothing.txt", 80, ["why", "startup", "--last", "1h"] },
        { "terminal-80-compare.txt", 80, ["compare", "rebuffering", "--last", "6h", "--against", "6h"] },
        { "terminal-120-compare.txt", 120, ["compare", "rebuffering", "--last", "6h", "--against", "6h"] },
        { "terminal-80-compare-empty.txt", 80, ["compare", "rebuffering"] },
        { "terminal-80-watch.txt", 80, ["watch", "rebuffering", "--looks", "1"] },
        { "terminal-120-watch.txt", 120, ["watch", "rebuffering", "--looks", "1"] },
        { "terminal-60-top.txt", 60, ["top"] },
        { "terminal-120-top.txt", 120, ["top"] },
        { "terminal-40-list.txt", 40, ["list", "--take", "3"] },
        { "terminal-120-subscriber.txt", 120, ["subscriber", "user-12345"] },
        { "terminal-80-histogram.txt", 80, ["histogram", "rebuffering", "--bars", "6"] },
        { "terminal-80-breakdown.txt", 80, ["breakdown", "platform", "--rows", "4"] },
        { "terminal-80-sql.txt", 80, ["sql", "select cdn, avg(startup_seconds) mean from sessions group by 1 order by 1"] },
        { "terminal-80-empty.txt", 80, ["list", "--where", "country=Nowhere"] },
        { "terminal-80-doctor.txt", 80, ["doctor"] },
        { "terminal-80-subscriber.txt", 80, ["subscriber", "user-12345", "--last", "8h"] },
        { "terminal-40-breakdown.txt", 40, ["breakdown", "platform", "--rows", "3"] },
        { "terminal-40-explain.txt", 40, ["explain", "--where", "platform=Android", "--take", "5"] },
        { "terminal-40-doctor.txt", 40, ["doctor"] },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Terminal_output_matches_golden_file(string golden, int width, string[] arguments) =>
        GoldenFile.Check(golden, await Terminal.RunAsync(new Explorer(), width, arguments));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task Terminal_table_fits_width(int width)
    {
        var screen = await Terminal.RunAsync(new Explorer(), width, "list", "--take", "5", "--columns", "all");

        // The first line is from standard error: the source of the data.
        Assert.All(screen.Split('\n').Skip(1), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
    }

    [Fact]
    public async Task Tour_lines_fit_80_columns()
    {
        var screen = await Terminal.RunAsync(new Explorer(), 80);

        // The prompt of the shell follows.
        Assert.InRange(screen.TrimEnd('\n').Split('\n').Length, 10, 23);
        Assert.DoesNotContain("curl --", screen);
    }

    [Fact]
    public async Task Terminal_without_block_characters_shows_ascii_bars()
    {
        var screen = await Terminal.RunAsync(new Explorer().With("LC_ALL", "en_US.ISO-8859-1"), 80, "histogram", "startup");

        Assert.Contains("####", screen);
        Assert.DoesNotContain("?", screen);
    }

    [Theory]
    [InlineData("xterm-256color", null, true)]
    [InlineData("xterm-256color", "1", false)]
    public async Task Doctor_is_coloured_unless_colours_are_disabled(string terminal, string? noColor, bool isColoured)
    {
        var run = await Terminal.RunRawAsync(new Explorer().With("TERM", terminal).With("NO_COLOR", noColor), 80, "doctor");

        Assert.Equal(isColoured, run.Good().Output.Contains("\u001b[38;5;2mok"));
    }

    [Fact]
    public async Task Explain_wrapped_curl_command_is_equivalent_in_shell()
    {
        string[] command = ["explain", "--where", "platform=Android", "--take", "5"];
        var whole = await new Explorer().RunAsync([.. command, "-o", "json"]);
        var wrapped = await Terminal.RunAsync(new Explorer(), 60, command);

        var url = System.Text.Json.JsonDocument.Parse(whole.Good().Output).RootElement[0].GetProperty("url").GetString();
        var line = wrapped[wrapped.IndexOf("curl --globoff", StringComparison.Ordinal)..];
        var echoed = await new Explorer().RunProgramAsync("/bin/sh", "-c", "curl() { printf '%s\\n' \"$3\"; }; " + line);
        Assert.Equal(url + "\n", echoed.Good().Output);
        Assert.All(line.Split('\n'), part => Assert.True(part.Length <= 60, part));
    }

    [Fact]
    public async Task Tour_fits_80_columns_and_24_lines()
    {
        var screen = await Terminal.RunAsync(new Explorer().With("SESSIONEXPLORER_SESSIONS", "20000"), 80);

        // A terminal wraps longer lines, and the prompt needs a line.
        var lines = screen.TrimEnd('\n').Split('\n').Sum(line => Math.Max(1, (line.Length + 79) / 80));
        Assert.InRange(lines, 10, 23);
        Assert.Contains("this explains", screen);
    }

    [Fact]
    public async Task Terminal_times_are_in_local_zone()
    {
        string[] command = ["list", "--take", "1", "--columns", "start_time"];
        var screen = await Terminal.RunAsync(new Explorer().With("TZ", "Asia/Kolkata"), 100, command);
        var data = await new Explorer().RunAsync([.. command, "--output", "csv"]);

        var start = DateTimeOffset.Parse(data.Good().Output.Split('\n')[1], null);
        Assert.Contains($"{start.ToOffset(TimeSpan.FromHours(5.5)):MM-dd HH:mm:ss}", screen);
    }
}
