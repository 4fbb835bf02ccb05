using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Output;

/// <summary>Standard output: a terminal with a width and colours, or a pipe that receives plain text.</summary>
internal sealed class Screen(IAnsiConsole console, TextWriter output, bool isTerminal, Glyphs glyphs)
{
    public bool IsTerminal => isTerminal;

    public int Width => console.Profile.Width;

    public Glyphs Glyphs => glyphs;

    public static Screen ForProcess()
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

        return new(console, output, !Console.IsOutputRedirected, Glyphs.For(Console.OutputEncoding));
    }

    public IResultWriter Writer(OutputFormat format, bool isCsvSafe = false) =>
        format switch
        {
            OutputFormat.Json => new JsonLines(output, isArray: true),
            OutputFormat.Ndjson => new JsonLines(output, isArray: false),
            OutputFormat.Csv => new CsvLines(output, isCsvSafe),
            _ => isTerminal ? new TerminalTable(this) : new TabSeparated(output),
        };

    /// <summary>Writes an empty line between two results, if the format does not separate them itself.</summary>
    public void Separate(OutputFormat format)
    {
        if (format is OutputFormat.Csv || (format is OutputFormat.Table && !isTerminal))
            output.WriteLine();
    }

    /// <summary>Draws a table for people. The caller must check that this is a terminal.</summary>
    public void Draw(FittedTable table, bool namesHidden = true)
    {
        output.Flush();
        table.Draw(console, glyphs, namesHidden);
    }

    /// <inheritdoc cref="Draw(FittedTable, bool)"/>
    public void Draw(IRenderable picture)
    {
        output.Flush();
        console.Write(picture);
    }

    public void Heading(string text)
    {
        if (isTerminal)
            Draw(new Text($"\n{text}\n", new Style(Color.Aqua, decoration: Decoration.Bold)));
        else
            output.WriteLine($"# {text}");
    }

    /// <summary>Writes text for people. In a terminal, lines break between words.</summary>
    public void Text(string text) => Lines(isTerminal ? WrappedText.Wrap(text, Width) : text);

    /// <summary>Writes a green or red word of at most four letters, and text that wraps to a margin.</summary>
    public void Labelled(string label, bool isGood, string text, int margin)
    {
        var line = CellText.Visible(text);
        if (!isTerminal)
        {
            output.WriteLine($"{label,-4}{line}");
            return;
        }

        Draw(new Text($"{label,-4}", isGood ? Color.Green : Color.Red));
        Lines(WrappedText.Wrap(line, Width - 4, Math.Max(0, margin - 4)).Replace("\n", "\n    "));
    }

    /// <summary>Writes lines unchanged, so that they can be copied.</summary>
    public void Lines(string text)
    {
        output.WriteLine(string.Join('\n', text.Split('\n').Select(CellText.Visible)));
        if (isTerminal)
            output.Flush();
    }

    /// <summary>Draws each picture over the previous one.</summary>
    public Task LiveAsync(IAsyncEnumerable<IRenderable> pictures) =>
        console.Live(new Text("")).StartAsync(async live =>
        {
            await foreach (var picture in pictures)
                live.UpdateTarget(picture);
        });

    public void Flush() => output.Flush();
}
