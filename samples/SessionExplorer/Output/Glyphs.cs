using System.Text;
using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>The characters of bars and borders. They are ASCII if the terminal's encoding lacks the others.</summary>
internal sealed record Glyphs(string Eighths, char Full, char Rest, char Running, string Ellipsis, TableBorder Border)
{
    private static readonly Glyphs Blocks = new(" ▏▎▍▌▋▊▉", '█', '·', '━', "…", TableBorder.Simple);

    // Without eighths, a bar has steps of one character.
    private static readonly Glyphs Plain = new(" ", '#', '.', '=', "...", new AsciiRule());

    public static Glyphs For(Encoding encoding) => CanEncode(encoding, "▏█·━…─") ? Blocks : Plain;

    private static bool CanEncode(Encoding encoding, string text) => encoding.GetString(encoding.GetBytes(text)) == text;
}
