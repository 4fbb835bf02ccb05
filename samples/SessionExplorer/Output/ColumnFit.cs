namespace SessionExplorer.Output;

/// <summary>Divides a terminal's width among columns: long texts are cut first, then the last columns are left out.</summary>
internal static class ColumnFit
{
    public const int NarrowestText = 14;

    /// <param name="natural">What each column would like.</param>
    /// <param name="canShrink">Which columns may be cut.</param>
    /// <param name="available">What there is for all of them.</param>
    /// <param name="between">What each column needs beside its own.</param>
    /// <returns>The widths of the columns that remain.</returns>
    public static IReadOnlyList<int> Widths(IReadOnlyList<int> natural, IReadOnlyList<bool> canShrink, int available, int between)
    {
        for (var shown = natural.Count; shown > 1; shown--)
        {
            var widths = natural.Take(shown).ToArray();
            var excess = widths.Sum(width => width + between) - available;
            while (excess > 0 && Widest(widths, canShrink) is { } widest)
            {
                widths[widest]--;
                excess--;
            }

            if (excess <= 0)
                return widths;
        }

        return [Math.Clamp(available - between, 1, natural[0])];
    }

    private static int? Widest(int[] widths, IReadOnlyList<bool> canShrink)
    {
        var candidates = Enumerable
            .Range(0, widths.Length)
            .Where(index => canShrink[index] && widths[index] > NarrowestText)
            .ToList();
        return candidates.Count > 0 ? candidates.MaxBy(index => widths[index]) : null;
    }
}
