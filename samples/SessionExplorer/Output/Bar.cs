namespace SessionExplorer.Output;

/// <summary>Formats a bar of block characters, in steps of an eighth of a character if
/// the terminal has such characters.</summary>
internal static class Bar
{
    public static string Format(double share, int width, Glyphs glyphs)
    {
        var parts = glyphs.Eighths.Length;
        var filled = (int)Math.Round(Math.Clamp(share, 0, 1) * width * parts);
        if (filled == 0 && share > 0)
            filled = 1;

        return new string(glyphs.Full, filled / parts) + (filled % parts == 0 ? "" : glyphs.Eighths[filled % parts].ToString());
    }
}
