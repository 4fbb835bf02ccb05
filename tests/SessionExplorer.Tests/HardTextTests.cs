using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Tests titles with emoji, East Asian characters, combining marks and control
/// characters, in a terminal and in a pipe.</summary>
public sealed class HardTextTests : IDisposable
{
    private readonly FakeService _service = new(200, Pages.Hard());

    public static TheoryData<string, int, string[]> Screens => new()
    {
        { "terminal-80-hard-list.txt", 80, ["list", "--columns", "asset_name,country,latency"] },
        { "terminal-40-hard-list.txt", 40, ["list", "--columns", "asset_name,country"] },
        { "terminal-100-hard-top.txt", 100, ["top"] },
        { "terminal-80-hard-subscriber.txt", 80, ["subscriber", "someone"] },
        { "terminal-60-hard-sql.txt", 60, ["sql", "select asset_name, length(asset_name) n from sessions order by start_time"] },
        { "terminal-60-hard-breakdown.txt", 60, ["breakdown", "country"] },
    };

    public void Dispose() => _service.Dispose();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Terminal_unicode_titles_match_golden_file(string golden, int width, string[] arguments)
    {
        var screen = await Terminal.RunAsync(new Explorer().WithKey(), width, [.. arguments, "--base-url", _service.BaseAddress]);

        var lines = screen.Split('\n')[1..];
        Assert.All(lines, line => Assert.True(Terminal.Cells(line) <= width, line));
        Assert.DoesNotContain(screen, character => char.IsControl(character) && character != '\n');
        GoldenFile.Check(golden, string.Join('\n', lines));
    }

    [Theory]
    [InlineData("list", "--columns", "asset_name,country")]
    [InlineData("top")]
    [InlineData("sql", "select asset_name from sessions")]
    [InlineData("subscriber", "someone")]
    public async Task TabSeparated_output_contains_no_control_characters(params string[] arguments)
    {
        var output = (await new Explorer().WithKey().RunAsync([.. arguments, "--base-url", _service.BaseAddress])).Good().Output;

        Assert.DoesNotContain(
            output,
            character => (char.IsControl(character) && character is not ('\n' or '\t')) || character == '\u202e');
        var tabs = output.TrimEnd().Split('\n').Select(line => line.Count(character => character == '\t')).Distinct();
        Assert.Single(tabs);
        Assert.Equal(Pages.HardTitles.Length + 1, output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Terminal_title_with_escape_sequence_is_not_executed()
    {
        var run = await Terminal.RunRawAsync(new Explorer().WithKey(), 80, "list", "--base-url", _service.BaseAddress);

        Assert.DoesNotContain("\u001b]0;", run.Good().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', run.Output);
        Assert.Contains("␛]0;pwned", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CsvSafe_output_contains_no_formula()
    {
        string[] command = ["list", "--columns", "asset_name,latency", "--output", "csv", "--base-url", _service.BaseAddress];
        var plain = await new Explorer().WithKey().RunAsync(command);
        var safe = await new Explorer().WithKey().RunAsync([.. command, "--csv-safe"]);

        Assert.Contains("\n=cmd", plain.Good().Output);
        Assert.Contains("\n'=cmd|' /C calc'!A0,8.5\n", safe.Good().Output);
        Assert.Contains("--csv-safe needs --output csv", (await new Explorer().RunAsync("list", "--csv-safe")).Failed(2));
    }

    [Fact]
    public async Task Csv_null_and_empty_text_differ()
    {
        var run = await new Explorer().RunAsync("sql", "select '' a, null b, 1 c", "-o", "csv", "--built-in");

        Assert.Equal("a,b,c\n\"\",,1\n", run.Good().Output);
    }
}
