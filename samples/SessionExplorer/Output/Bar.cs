namespace SessionExplorer.Output;

/// <summary>A bar of block characters, exact to an eighth of one.</summary>
internal static class Bar
{
    private const string Eighths = " ▏▎▍▌▋▊▉";

    public static string Of(double share, int width)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * width * 8);
        if (eighths == 0 && share > 0)
            eighths = 1;

        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[eighths % 8].ToString());
    }
}
