using System.Text.RegularExpressions;

namespace SessionExplorer.Tests.Support;

/// <summary>Runs the program in a pseudo terminal of a given width, by the <c>script</c> of util-linux.</summary>
internal static partial class Terminal
{
    private const string Script = "/usr/bin/script";

    public static bool IsAvailable => OperatingSystem.IsLinux() && File.Exists(Script);

    /// <summary>The screen as text: no escapes, no blanks at the ends of lines.</summary>
    public static async Task<string> RunAsync(Explorer explorer, int width, params string[] arguments)
    {
        Assert.SkipUnless(IsAvailable, "There is no 'script' of util-linux here.");
        var command = $"stty cols {width} rows 50; exec {string.Join(' ', arguments.Prepend(Paths.Explorer).Select(Quote))}";
        var run = await explorer.RunProgramAsync(Script, "-qec", command, "/dev/null");
        return Clean(run.Good().Output);
    }

    private static string Clean(string screen)
    {
        var lines = Escapes().Replace(screen, "").Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).Trim('\n') + "\n";
    }

    private static string Quote(string argument) => $"'{argument.Replace("'", "'\\''")}'";

    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex Escapes();
}
