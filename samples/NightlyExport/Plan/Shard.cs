using System.Globalization;

namespace NightlyExport.Plan;

/// <summary>The hours of one machine: those whose number modulo <c>Count</c> is <c>Index</c>.</summary>
internal sealed record Shard
{
    private const int MaxCount = 10_000;

    private Shard(int index, int count)
    {
        Index = index;
        Count = count;
    }

    /// <summary>From 0 to <see cref="Count"/> - 1.</summary>
    public int Index { get; }

    public int Count { get; }

    public bool Has(ExportHour hour) => hour.Number % Count == Index;

    /// <exception cref="FormatException">The text is not a shard.</exception>
    public static Shard Parse(string text) =>
        Validate(text, out var shard) is { } error ? throw new FormatException(error) : shard!;

    /// <summary>Reads <c>0/4</c>, <c>auto</c> or <c>auto/4</c>. Returns the error as a sentence, or null.</summary>
    public static string? Validate(string text, out Shard? shard)
    {
        shard = null;
        if (SchedulerShard.Matches(text) && SchedulerShard.Resolve(text, out text) is { } error)
            return error;

        var parts = text.Split('/');
        if (parts.Length != 2 || !TryReadNumber(parts[0], out var index) || !TryReadNumber(parts[1], out var count))
            return $"Shard must be I/N, such as 0/4, or auto; it is '{text}'.";
        if (count is < 1 or > MaxCount || index >= count)
            return $"Shard counts from 0: of N shards there are 0/N to N-1/N, and N is 1 to {MaxCount}; it is '{text}'.";

        shard = new(index, count);
        return null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
