using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Output;

/// <summary>Standard output: a terminal with its width and colours, or a pipe that gets plain text.</summary>
internal sealed class Screen(IAnsiConsole console, TextWriter output, bool isTerminal)
{
    public bool IsTerminal => isTerminal;

    public int Width => console.Profile.Width;

    public static Screen OfProcess()
    {
        var output = StandardOutput.Open();
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (
            int.TryParse(
                Environment.GetEnvironmentVariable("COLUMNS"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var width)
            && width > 0)
            console.Profile.Width = width;

        return new(console, output, !Console.IsOutputRedirected);
    }

    public IResultWriter Writer(OutputFormat format) =>
        format switch
        {
            OutputFormat.Json => new JsonLines(output, isArray: true),
            OutputFormat.Ndjson => new JsonLines(output, isArray: false),
            OutputFormat.Csv => new CsvLines(output),
            _ => isTerminal ? new TerminalTable(console) : new TabSeparated(output),
        };

    /// <summary>Draws for people; whoever calls made sure that this is a terminal.</summary>
    /// <summary>Draws for people; whoever calls made sure that this is a terminal.</summary>
    public void Draw(FittedTable table) => table.Draw(console);

    /// <inheritdoc cref="Draw(FittedTable)"/>
    public void Draw(IRenderable picture) => console.Write(picture);

    public void Heading(string text)
    {
        if (isTerminal)
            console.Write(new Text($"\n{text}\n", new Style(Color.Aqua, decoration: Decoration.Bold)));
        else
            output.WriteLine($"# {text}");
    }

    public void Text(string text)
    {
        output.WriteLine(text);
        if (isTerminal)
            output.Flush();
    }

    public void Flush() => output.Flush();
}
