using System.Globalization;

namespace SessionExplorer.Output;

/// <summary>Formats counts with their noun: 1 page, 2 pages.</summary>
internal static class Plural
{
    public static string Format(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
