using Microsoft.Extensions.Options;
using NightlyExport.Plan;
using NightlyExport.Targets;

namespace NightlyExport.Configuration;

/// <summary>Refuses options that cannot be used, with all errors at once.</summary>
internal sealed class ExportOptionsValidator(TimeProvider clock) : IValidateOptions<ExportOptions>
{
    public ValidateOptionsResult Validate(string? name, ExportOptions options)
    {
        var errors = GetErrors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> GetErrors(ExportOptions options)
    {
        if (OutputAddress.Validate(options.Output) is { } outputError)
            yield return outputError;

        if (options.HoursAtATime is < 1 or > ExportOptions.MaxHoursAtATime)
            yield return $"HoursAtATime must be 1 to {ExportOptions.MaxHoursAtATime}; it is {options.HoursAtATime}.";

        if (options.MaxRequestsPerSecond is not (null or (> 0 and <= ExportOptions.MaxRate)))
            yield return $"MaxRequestsPerSecond must be above 0 and at most {ExportOptions.MaxRate}; "
                + $"it is {options.MaxRequestsPerSecond}.";

        if (Lookback.Validate(options.Lookback, out _) is { } lookbackError)
            yield return lookbackError;

        if (Shard.Validate(options.Shard, out _) is { } shardError)
            yield return shardError;

        if (ExportPeriod.Validate(options, clock, out _) is { } periodError)
            yield return periodError;
    }
}
