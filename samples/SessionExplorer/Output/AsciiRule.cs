using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Output;

/// <summary>The simple border with a rule of ASCII below the headings.</summary>
internal sealed class AsciiRule : TableBorder
{
    public override string GetPart(TableBorderPart part)
    {
        var simple = Simple.GetPart(part);
        return simple.Replace('─', '-');
    }
}
