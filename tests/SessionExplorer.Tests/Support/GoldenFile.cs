using System.Text.RegularExpressions;

namespace SessionExplorer.Tests.Support;

/// <summary>Expected output in the folder Golden. UPDATE_GOLDEN=1 updates the files, so that
/// the changes appear in the diff.</summary>
internal static partial class GoldenFile
{
    public static bool IsUpdating => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Check(string name, string output)
    {
        var path = Path.Combine(Paths.Golden, name);
        var text = Normalize(output);
        if (IsUpdating)
            File.WriteAllText(path, text);

        Assert.True(File.Exists(path), $"There is no {path}; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>Replaces the text that differs between runs: the response time.</summary>
    public static string Normalize(string output) => ResponseTime().Replace(output.Replace("\r", ""), "responded in N ms");

    [GeneratedRegex(@"responded in \d+ ms")]
    private static partial Regex ResponseTime();
}
