using System.Globalization;

namespace SessionExplorer.Explain;

/// <summary>Formats values as C# literals.</summary>
internal static class Literal
{
    public static string Format(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    public static string Format(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
