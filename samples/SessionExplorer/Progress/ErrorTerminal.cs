using System.Globalization;
using SessionExplorer.Output;

namespace SessionExplorer.Progress;

/// <summary>The output of progress: a terminal in which one line is rewritten, or a log.</summary>
internal sealed class ErrorTerminal(TextWriter error, bool isTerminal, bool canErase)
{
    private const int DefaultWidth = 80;

    private int _shown;

    public bool IsTerminal => isTerminal;

    public static ErrorTerminal ForProcess() =>
        new(Console.Error, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));

    /// <summary>Rewrites the line in a terminal, or adds a line to a log.</summary>
    public void Show(string text)
    {
        if (!isTerminal)
        {
            error.Write(text + "\n");
            return;
        }

        // Some terminals wrap a line that is as wide as the terminal.
        var line = CellText.Cut(text, Math.Max(1, Width() - 1), "");
        Clear();
        error.Write(line);
        _shown = CellText.Width(line);
    }

    /// <summary>Erases the line.</summary>
    public void Clear()
    {
        if (_shown > 0)
            error.Write(canErase ? "\r\e[K" : $"\r{new string(' ', _shown)}\r");

        _shown = 0;
    }

    public void WriteLine(string text) => error.Write(text + "\n");

    private static int Width()
    {
        var given = Environment.GetEnvironmentVariable("COLUMNS");
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            return columns;

        try
        {
            return Console.WindowWidth is var width and > 0 ? width : DefaultWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return DefaultWidth;
        }
    }
}
