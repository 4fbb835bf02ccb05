using Microsoft.Extensions.Options;
using NightlyExport.Plan;

namespace NightlyExport.Configuration;

/// <summary>Refuses options that cannot be used, all problems at once.</summary>
internal sealed class ExportOptionsValidator(TimeProvider clock) : IValidateOptions<ExportOptions>
{
    public ValidateOptionsResult Validate(string? name, ExportOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(ExportOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Output))
            yield return "Output must name a folder: set Export:Output or --output.";
        else if (File.Exists(options.Output))
            yield return $"Output must be a folder; '{options.Output}' is a file.";

        if (options.HoursAtATime is < 1 or > ExportOptions.MaxHoursAtATime)
            yield return $"HoursAtATime must be 1 to {ExportOptions.MaxHoursAtATime}; it is {options.HoursAtATime}.";

        if (Shard.Read(options.Shard, out _) is { } shardProblem)
            yield return shardProblem;

        if (ExportPeriod.Read(options, clock, out _) is { } periodProblem)
            yield return periodProblem;
    }
}
