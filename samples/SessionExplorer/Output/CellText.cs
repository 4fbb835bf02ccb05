using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace SessionExplorer.Output;

/// <summary>Text in a terminal: its width in cells, where to cut it, and which characters to replace.</summary>
internal static class CellText
{
    private const char Replacement = '\uFFFD';
    private const int FirstControlPicture = 0x2400;
    private const char DeletePicture = '\u2421';

    /// <summary>The width of a text in cells. East Asian characters and emoji need two cells, combining marks none.</summary>
    public static int Width(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>The text in at most <paramref name="width"/> cells, cut between visible characters.</summary>
    public static string Cut(string text, int width, string ellipsis)
    {
        if (Width(text) <= width)
            return text;

        var room = width - Width(ellipsis);
        var cut = new StringBuilder();
        foreach (var cluster in Clusters(text))
        {
            room -= Width(cluster);
            if (room < 0)
                break;

            cut.Append(cluster);
        }

        return room >= 0 || cut.Length > 0 || Width(ellipsis) <= width ? cut.Append(ellipsis).ToString() : "";
    }

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Replaces control characters and bidirectional controls with visible characters.</summary>
    /// <remarks>A terminal would execute them: they set its title, clear it, or show one name as another.</remarks>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            visible.Append(Visible(rune));

        return visible.ToString();
    }

    private static string Visible(Rune rune) =>
        rune.Value switch
        {
            '\t' or '\r' or '\n' => " ",
            < ' ' => $"{(char)(FirstControlPicture + rune.Value)}",
            0x7F => $"{DeletePicture}",
            // C1 controls, and the separators of lines and paragraphs.
            (>= 0x80 and <= 0x9F) or 0x2028 or 0x2029 => $"{Replacement}",
            0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => $"{Replacement}",
            _ => rune.ToString(),
        };

    private static IEnumerable<string> Clusters(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, index);
            yield return text.Substring(index, length);
            index += length;
        }
    }
}
