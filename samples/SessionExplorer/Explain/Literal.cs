using System.Globalization;

namespace SessionExplorer.Explain;

/// <summary>Values as C# literals.</summary>
internal static class Literal
{
    public static string Of(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
