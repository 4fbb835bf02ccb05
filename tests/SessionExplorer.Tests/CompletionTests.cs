using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Runs the scripts in the shells. A shell that is not installed is skipped.</summary>
public sealed class CompletionTests
{
    private const string Stubs = """
        compdef() { :; }
        _files() { echo files; }
        compset() { cur=${cur##*,}; }
        compadd() { shift ${@[(i)--]}; for word in "$@"; do [[ $word != $cur* ]] || echo $word; done; }

        """;

    public static TheoryData<string, string> Cases => new()
    {
        { "his", "histogram" },
        { "com", "compare completion" },
        { "why --wh", "--where" },
        { "why late", "latency" },
        { "why failed", "failed-starts" },
        { "breakdown cou", "country" },
        { "breakdown late", "" },
        { "why --where cou", "country=" },
        { "why --having late", "latency" },
        { "why --output nd", "ndjson" },
        { "why -o nd", "ndjson" },
        { "why --dimensions cdn,cou", "cdn,country" },
        { "why --dimensions ho", "hour" },
        { "list --columns latency,cdn,cou", "latency,cdn,country" },
        { "--config x top --or", "" },
        { "--config x list --or", "--order-by" },
        { "completion z", "zsh" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task BashCompletion_completes_word_at_cursor(string line, string expected)
    {
        var words = line.Split(' ');
        var script = await ScriptAsync("bash");
        var run = $"{script}\nCOMP_WORDS=(session-explorer {line})\nCOMP_CWORD={words.Length}\n_session_explorer\n"
            + "echo \"${COMPREPLY[*]}\"";

        Assert.Equal(expected, (await ShellAsync("bash", run)).TrimEnd('\n'));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ZshCompletion_completes_word_at_cursor(string line, string expected)
    {
        var words = line.Split(' ');
        var script = await ScriptAsync("zsh");
        var run = $"{Stubs}{script}\nwords=(session-explorer {line})\nCURRENT={words.Length + 1}\n_session_explorer";

        // zsh adds the prefix that compset removed to the candidates again.
        var candidates = (await ShellAsync("zsh", run)).TrimEnd('\n').Replace('\n', ' ');
        Assert.Equal(expected.Split(',')[^1], candidates == "files" ? "" : candidates);
    }

    [Fact]
    public async Task BashCompletion_special_characters_are_not_evaluated()
    {
        var script = await ScriptAsync("bash");
        var run = $"{script}\nCOMP_WORDS=(session-explorer '$(touch x)' '`id`' \"a'b\")\nCOMP_CWORD=3\n_session_explorer\n"
            + "echo \"<${COMPREPLY[*]}>\"";

        Assert.Equal("<>\n", await ShellAsync("bash", run));
    }

    [Fact]
    public async Task Completion_unknown_shell_error_lists_known_shells()
    {
        var run = await new Explorer().RunAsync("completion", "fish");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("SHELL must be bash or zsh. See session-explorer completion --help.\n", run.Error);
    }

    private static async Task<string> ScriptAsync(string shell) =>
        (await new Explorer().RunAsync("completion", shell)).Good().Output;

    private static async Task<string> ShellAsync(string shell, string script)
    {
        var path = $"/usr/bin/{shell}";
        Assert.SkipUnless(File.Exists(path), $"{path} does not exist.");
        string[] arguments = shell == "zsh" ? ["-f", "-c", script] : ["--norc", "-c", script];
        return (await new Explorer().RunProgramAsync(path, arguments)).Good().Output;
    }
}
