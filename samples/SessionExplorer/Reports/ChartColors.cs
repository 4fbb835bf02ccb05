using OxyPlot;

namespace SessionExplorer.Reports;

/// <summary>Placeholder colors for the colors of the page, which differ between light and dark mode.</summary>
internal static class ChartColors
{
    public static readonly OxyColor Ink = OxyColor.FromRgb(1, 1, 1);
    public static readonly OxyColor Line = OxyColor.FromRgb(1, 1, 2);
    public static readonly OxyColor One = OxyColor.FromRgb(1, 1, 3);
    public static readonly OxyColor Two = OxyColor.FromRgb(1, 1, 4);
    public static readonly OxyColor Limit = OxyColor.FromRgb(1, 1, 5);

    /// <summary>Replaces the colors in a style with variables of the style sheet.</summary>
    public static string ToVariables(string style) =>
        style
            .Replace("rgb(1,1,1)", "var(--soft)", StringComparison.Ordinal)
            .Replace("rgb(1,1,2)", "var(--line)", StringComparison.Ordinal)
            .Replace("rgb(1,1,3)", "var(--one)", StringComparison.Ordinal)
            .Replace("rgb(1,1,4)", "var(--two)", StringComparison.Ordinal)
            .Replace("rgb(1,1,5)", "var(--limit)", StringComparison.Ordinal);
}
