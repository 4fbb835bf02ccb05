namespace NightlyExport.Configuration;

/// <summary>Reads options into configuration. Strict: a misspelt option must not export something else.</summary>
internal static class CommandLine
{
    private const string Flag = "true";

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["--output"] = nameof(ExportOptions.Output),
        ["--day"] = nameof(ExportOptions.Day),
        ["--from"] = nameof(ExportOptions.From),
        ["--to"] = nameof(ExportOptions.To),
        ["--shard"] = nameof(ExportOptions.Shard),
        ["--hours-at-a-time"] = nameof(ExportOptions.HoursAtATime),
        ["--keep-last-second"] = nameof(ExportOptions.KeepLastSecond),
        ["--demo"] = nameof(ExportOptions.Demo),
    };

    /// <summary>Reads <c>--name value</c>, <c>--name=value</c> and <c>--demo</c>.</summary>
    /// <exception cref="UsageException">An option is not known, or has no value.</exception>
    public static Dictionary<string, string?> Read(string[] args)
    {
        var settings = new Dictionary<string, string?>();
        for (var index = 0; index < args.Length; index++)
        {
            var (name, value) = Cut(args[index]);
            if (!Keys.TryGetValue(name, out var key))
                throw new UsageException($"'{name}' is no option. There are {string.Join(", ", Keys.Keys)}.");

            value ??= key == nameof(ExportOptions.Demo) ? Flag : args.ElementAtOrDefault(++index);
            settings[$"{ExportOptions.Section}:{key}"] = value ?? throw new UsageException($"{name} needs a value.");
        }

        return settings;
    }

    private static (string Name, string? Value) Cut(string argument)
    {
        var sign = argument.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? (argument, null) : (argument[..sign], argument[(sign + 1)..]);
    }
}
