using System.Text.RegularExpressions;

namespace SessionExplorer.Tests.Support;

/// <summary>Output that is kept under Golden. With UPDATE_GOLDEN=1 the files are written anew, to be read in the diff.</summary>
internal static partial class GoldenFile
{
    public static bool IsUpdating => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Check(string name, string output)
    {
        var path = Path.Combine(Paths.Golden, name);
        var text = Settle(output);
        if (IsUpdating)
            File.WriteAllText(path, text);

        Assert.True(File.Exists(path), $"There is no {path}; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>What differs from run to run: how long an answer took.</summary>
    public static string Settle(string output) => Took().Replace(output.Replace("\r", ""), "responded in N ms");

    [GeneratedRegex(@"responded in \d+ ms")]
    private static partial Regex Took();
}
