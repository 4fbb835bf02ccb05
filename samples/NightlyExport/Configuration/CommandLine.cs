namespace NightlyExport.Configuration;

/// <summary>Reads options into configuration. An unknown option is an error.</summary>
internal static class CommandLine
{
    private const string Flag = "true";

    private static readonly string[] HelpNames = ["--help", "-h", "-?"];

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["--output"] = nameof(ExportOptions.Output),
        ["--day"] = nameof(ExportOptions.Day),
        ["--from"] = nameof(ExportOptions.From),
        ["--to"] = nameof(ExportOptions.To),
        ["--lookback"] = nameof(ExportOptions.Lookback),
        ["--shard"] = nameof(ExportOptions.Shard),
        ["--hours-at-a-time"] = nameof(ExportOptions.HoursAtATime),
        ["--max-requests-per-second"] = nameof(ExportOptions.MaxRequestsPerSecond),
        ["--keep-last-second"] = nameof(ExportOptions.KeepLastSecond),
        ["--demo"] = nameof(ExportOptions.Demo),
    };

    public const string Help =
        """
        Exports the sessions of a period to Parquet files, one per hour of UTC, and ends.

        Usage: nightly-export [options]

          --output TARGET                a folder (default: sessions), or https://ACCOUNT.blob.core.windows.net/CONTAINER/PREFIX
          --day DAY                      a day in UTC, such as 2026-04-09 (default: yesterday)
          --from TIME --to TIME          full hours instead of a day, such as 2026-04-09T06:00Z
          --lookback TIME                how far back stored hours are read again: 6h (default), 2d, 0 for none
          --shard I/N | auto | auto/N    the share of this process, from 0; auto reads the scheduler's index (default: 0/1)
          --hours-at-a-time N            hours that are read at the same time, 1 to 64 (default: 4)
          --max-requests-per-second R    limit of all shards together (default: none)
          --keep-last-second true        the last hour keeps the sessions that end in the second of the period's end
          --demo                         built-in data, without a key
          --help                         this text

        Settings: MediaMelon__CustomerId and MediaMelon__ApiKey; for blobs AZURE_STORAGE_CONNECTION_STRING or an identity.
        Exit codes: 0 complete, 1 failed, 2 wrong settings, 130 interrupted.
        """;

    public static bool IsHelp(string[] args) => args.Any(HelpNames.Contains);

    /// <summary>Reads <c>--name value</c>, <c>--name=value</c> and <c>--demo</c>.</summary>
    /// <exception cref="UsageException">An option is not known, or has no value.</exception>
    public static Dictionary<string, string?> Read(string[] args)
    {
        var settings = new Dictionary<string, string?>();
        for (var index = 0; index < args.Length; index++)
        {
            var (name, value) = Split(args[index]);
            if (!Keys.TryGetValue(name, out var key))
                throw new UsageException($"'{name}' is not an option. The options are {string.Join(", ", Keys.Keys)}.");

            value ??= key == nameof(ExportOptions.Demo) ? Flag : args.ElementAtOrDefault(++index);
            settings[$"{ExportOptions.Section}:{key}"] = value ?? throw new UsageException($"{name} needs a value.");
        }

        return settings;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var sign = argument.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? (argument, null) : (argument[..sign], argument[(sign + 1)..]);
    }
}
