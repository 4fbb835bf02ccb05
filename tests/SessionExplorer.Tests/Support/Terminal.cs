using System.Text.RegularExpressions;

namespace SessionExplorer.Tests.Support;

/// <summary>Runs the program in a pseudo terminal of a given width, with <c>script</c> of util-linux.</summary>
internal static partial class Terminal
{
    private const string Script = "/usr/bin/script";

    public static bool IsAvailable => OperatingSystem.IsLinux() && File.Exists(Script);

    /// <summary>The screen as text, without escapes and without trailing blanks.</summary>
    public static async Task<string> RunAsync(Explorer explorer, int width, params string[] arguments) =>
        Clean((await RunRawAsync(explorer, width, arguments)).Good().Output);

    /// <summary>The complete output to the terminal, including escapes.</summary>
    public static async Task<Run> RunRawAsync(Explorer explorer, int width, params string[] arguments)
    {
        Assert.SkipUnless(IsAvailable, "'script' of util-linux is not installed.");
        var command = $"stty cols {width} rows 50; exec {string.Join(' ', arguments.Prepend(Paths.Explorer).Select(Quote))}";
        return await explorer.RunProgramAsync(Script, "-qec", command, "/dev/null");
    }

    private static string Clean(string screen)
    {
        var lines = Escapes().Replace(screen, "").Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).Trim('\n') + "\n";
    }

    /// <summary>The width of a line in cells: two for East Asian characters and emoji, none for combining characters.</summary>
    public static int Cells(string line)
    {
        var cells = 0;
        for (var index = 0; index < line.Length;)
        {
            var length = System.Globalization.StringInfo.GetNextTextElementLength(line, index);
            var first = char.ConvertToUtf32(line, index);
            cells += first is (>= 0x1100 and < 0x1160) or (>= 0x2E80 and < 0xA4D0) or (>= 0xAC00 and < 0xD7A4)
                or (>= 0xF900 and < 0xFB00) or (>= 0xFF00 and < 0xFF61) or >= 0x1F300 ? 2 : 1;
            index += length;
        }

        return cells;
    }

    private static string Quote(string argument) => $"'{argument.Replace("'", "'\\''")}'";

    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex Escapes();
}
