using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Output;

/// <summary>The simple table border, with an ASCII rule below the headings.</summary>
internal sealed class AsciiRule : TableBorder
{
    public override string GetPart(TableBorderPart part)
    {
        var simple = Simple.GetPart(part);
        return simple.Replace('─', '-');
    }
}
