namespace SessionExplorer.Output;

/// <summary>Wraps lines between words. A terminal would wrap them anywhere.</summary>
internal static class WrappedText
{
    private const int Indent = 4;

    /// <summary>Wraps each line to at most <paramref name="width"/> cells. A longer word has its own line.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="width">The cells of a line.</param>
    /// <param name="margin">The indent of continuation lines. If null, it is the indent of the first line plus four.</param>
    public static string Wrap(string text, int width, int? margin = null) =>
        string.Join('\n', text.Split('\n').SelectMany(line => WrapLine(line, width, margin)));

    private static IEnumerable<string> WrapLine(string line, int width, int? hanging)
    {
        var margin = line.Length - line.TrimStart(' ').Length;
        var current = line[..margin];
        var isEmpty = true;
        foreach (var word in line[margin..].Split(' '))
        {
            if (!isEmpty && CellText.Width(current) + 1 + CellText.Width(word) > width)
            {
                yield return current;
                current = new string(' ', hanging ?? margin + Indent);
                isEmpty = true;
            }

            current += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        yield return current;
    }
}
