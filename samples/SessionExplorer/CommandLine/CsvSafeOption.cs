using System.CommandLine;

namespace SessionExplorer.CommandLine;

/// <summary><c>--csv-safe</c>.</summary>
internal static class CsvSafeOption
{
    public static Option<bool> Create() =>
        new("--csv-safe")
        {
            Description = "CSV for spreadsheets: text that looks like a formula (=, +, -, @) is prefixed with a quote (').",
        };
}
