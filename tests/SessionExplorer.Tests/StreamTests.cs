using System.Runtime.Versioning;
using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Tests standard output and standard error that are closed, full, or not regular files.</summary>
[SupportedOSPlatform("linux")]
public sealed class StreamTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public StreamTests() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs a POSIX shell and devices of Linux.");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("list --take 5 -o csv 2>&-")]
    [InlineData("list --take 5 -o csv 2>/dev/full")]
    public async Task List_with_unusable_standard_error_succeeds(string line)
    {
        var run = await ShellAsync(line);

        Assert.Equal(6, run.Good().Output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("list --take 5 >&-", "Standard output is closed.")]
    [InlineData("list --take 5 -o csv >/dev/full", "No space left")]
    public async Task List_with_unusable_standard_output_fails_with_one_line(string line, string expected)
    {
        var run = await ShellAsync(line);

        Assert.Contains(expected, run.Failed(1));
    }

    [Fact]
    public async Task UsageError_with_closed_standard_error_keeps_exit_code()
    {
        var run = await ShellAsync("list --take x 2>&-");

        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Export_to_dash_writes_to_standard_output()
    {
        var run = await new Explorer().RunAsync("export", "-", "--format", "csv", "--take", "3", "--columns", "country");

        Assert.Equal(4, run.Good().Output.TrimEnd().Split('\n').Length);
        Assert.Contains("Wrote 3 sessions to standard output.", run.Error);
        Assert.Contains("--format", (await new Explorer().RunAsync("export", "-")).Failed(2));
        Assert.Contains("Parquet", (await new Explorer().RunAsync("export", "-", "--format", "parquet")).Failed(2));
    }

    [Fact]
    public async Task Export_to_pipe_does_not_replace_pipe()
    {
        var pipe = _workspace["pipe.csv"];
        var run = await ShellAsync(
            $"export '{pipe}' --overwrite --take 3 --columns country & cat '{pipe}'; wait; test -p '{pipe}'",
            $"mkfifo '{pipe}'; ");

        Assert.Equal(4, run.Good().Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Export_to_full_device_fails_and_keeps_device()
    {
        var run = await new Explorer().RunAsync("export", "/dev/full", "--format", "csv", "--overwrite");

        Assert.Contains("No space left", run.Failed(1));
        Assert.False(File.Exists("/dev/full.part"));
    }

    [Fact]
    public async Task Export_to_full_disk_can_be_resumed()
    {
        // A separate disk in a separate mount namespace.
        var line = $"mount -t tmpfs -o size=200k none '{_workspace.Folder}' && cd '{_workspace.Folder}' && "
            + $"'{Paths.Explorer}' export all.csv; echo $?; mount -o remount,size=100m '{_workspace.Folder}'; "
            + $"'{Paths.Explorer}' export all.csv --resume && wc -l < all.csv";
        var run = await new Explorer().RunProgramAsync("/usr/bin/unshare", "-rm", "/bin/sh", "-c", line);
        Assert.SkipWhen(
            run.Error.Contains("unshare") || run.Error.Contains("permission denied"),
            "Mount namespaces are not available.");

        Assert.Contains("No space left", run.Error);
        Assert.Contains("Run the same command with --resume to continue", run.Error);
        Assert.Matches(@"^1\n3\d{3}\n$", run.Good().Output);
    }

    [Fact]
    public async Task Export_keeps_mode_of_replaced_file()
    {
        var file = _workspace.Write("private.csv", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = _workspace["link.csv"];
        File.CreateSymbolicLink(link, file);

        (await new Explorer().RunAsync("export", link, "--overwrite", "--take", "3")).Good();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.StartsWith("session_id,", File.ReadAllText(file));
    }

    [Fact]
    public async Task Export_to_folder_is_rejected_before_first_request()
    {
        var run = await new Explorer().RunAsync("export", _workspace.Folder, "--format", "csv", "--overwrite");

        Assert.Contains("is a folder", run.Failed(2));
        Assert.DoesNotContain("Exploring", run.Error);
    }

    private static Task<Run> ShellAsync(string line, string before = "") =>
        new Explorer().RunProgramAsync("/bin/sh", "-c", $"{before}'{Paths.Explorer}' {line}");
}
