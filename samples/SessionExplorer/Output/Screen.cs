using SessionExplorer.Catalogue;
using SessionExplorer.Statistics;
using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>Standard output: a terminal with its width, or a pipe that gets plain text.</summary>
internal sealed class Screen(IAnsiConsole console, TextWriter output, bool isTerminal)
{
    public static Screen OfProcess()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0)
            console.Profile.Width = columns;

        return new(console, Console.Out, !Console.IsOutputRedirected);
    }

    public IResultWriter Table() => isTerminal ? new TerminalTable(console) : new TabSeparated(output);

    public void Heading(string text)
    {
        if (isTerminal)
            console.Write(new Text($"\n{text}\n", new Style(Color.Aqua, decoration: Decoration.Bold)));
        else
            output.WriteLine($"# {text}");
    }

    public void Text(string text) => output.WriteLine(text);

    public void Bars(IReadOnlyList<Bucket> buckets, Column column)
    {
        if (isTerminal)
            console.Write(new BucketChart(buckets, column).Draw(console.Profile.Width));
        else
            output.Write(BucketChart.Plain(buckets));
    }
}
