using System.Globalization;

namespace NightlyExport.Plan;

/// <summary>Reads <c>auto</c> and <c>auto/N</c>: the share that the scheduler assigned to this process.</summary>
internal static class SchedulerShard
{
    public const string Auto = "auto";

    private const string KubernetesIndex = "JOB_COMPLETION_INDEX";
    private const string SlurmIndex = "SLURM_ARRAY_TASK_ID";
    private const string SlurmCount = "SLURM_ARRAY_TASK_COUNT";
    private const string SlurmFirst = "SLURM_ARRAY_TASK_MIN";

    public static bool Matches(string text) => text == Auto || text.StartsWith(Auto + "/", StringComparison.Ordinal);

    /// <summary>Replaces <c>auto</c> with <c>I/N</c>. Returns the error as a sentence, or null.</summary>
    public static string? Resolve(string text, out string resolved)
    {
        resolved = "";
        var (kubernetes, slurm) = (Read(KubernetesIndex), Read(SlurmIndex));
        if (kubernetes is null && slurm is null)
            return $"Shard is '{text}', but neither {KubernetesIndex} nor {SlurmIndex} is set; outside of a scheduler write I/N.";
        if (kubernetes is not null && slurm is not null)
            return $"Shard is '{text}', but {KubernetesIndex} and {SlurmIndex} are both set; write I/N.";

        var count = text == Auto ? null : text[(Auto.Length + 1)..];
        if (count is null && kubernetes is not null)
            return $"Kubernetes does not provide the number of completions: write auto/N, such as auto/4; Shard is '{text}'.";
        if (count is null && !IsWholeArray())
            return "The job array must be 0 to N-1, such as --array=0-3. "
                + "For a part of it write auto/N with the N of the whole array.";

        resolved = string.Create(CultureInfo.InvariantCulture, $"{kubernetes ?? slurm}/{count ?? Read(SlurmCount)}");
        return null;
    }

    // With --array=2, which repeats one task of four, Slurm reports one task.
    private static bool IsWholeArray() =>
        Read(SlurmCount) is { } count
        && (Read(SlurmFirst) ?? "0") == "0"
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var tasks)
        && int.TryParse(Read(SlurmIndex), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < tasks;

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
