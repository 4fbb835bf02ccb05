namespace SessionExplorer.Output;

/// <summary>Divides the width of a terminal among columns. Long texts are cut first, then the
/// least important columns are hidden.</summary>
internal static class ColumnFit
{
    public const int NarrowestText = 14;

    /// <param name="wishes">The preferred width of each column.</param>
    /// <param name="available">The width that is available for all columns.</param>
    /// <param name="between">The extra width that each column needs.</param>
    /// <returns>The remaining columns, in their order, with their widths.</returns>
    public static IReadOnlyList<(int Index, int Width)> Choose(IReadOnlyList<ColumnPreference> wishes, int available, int between)
    {
        var shown = Enumerable.Range(0, wishes.Count).ToList();
        while (shown.Count > 1)
        {
            if (Fit([.. shown.Select(index => wishes[index])], available - (shown.Count * between)) is { } widths)
                return [.. shown.Zip(widths)];

            // The first column identifies a row, so it is never hidden. Of equally important columns, the last is hidden.
            shown.Remove(shown.Skip(1).Reverse().MinBy(index => wishes[index].Importance));
        }

        return [(0, Math.Clamp(available - between, 1, wishes[0].Width))];
    }

    private static int[]? Fit(IReadOnlyList<ColumnPreference> wishes, int available)
    {
        var widths = wishes.Select(wish => wish.Width).ToArray();
        for (var excess = widths.Sum() - available; excess > 0; excess--)
        {
            if (Widest(widths, wishes) is not { } widest)
                return null;

            widths[widest]--;
        }

        return widths;
    }

    private static int? Widest(int[] widths, IReadOnlyList<ColumnPreference> wishes)
    {
        var candidates = Enumerable
            .Range(0, widths.Length)
            .Where(index => wishes[index].CanBeCut && widths[index] > NarrowestText)
            .ToList();
        return candidates.Count > 0 ? candidates.MaxBy(index => widths[index]) : null;
    }
}
