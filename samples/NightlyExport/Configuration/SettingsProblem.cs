using Microsoft.Extensions.Options;

namespace NightlyExport.Configuration;

/// <summary>Which exceptions tell of wrong settings, and what they say to whoever set them.</summary>
internal static class SettingsProblem
{
    private const string Hint =
        "Set MediaMelon__CustomerId and MediaMelon__ApiKey in the environment, or try --demo, which needs neither.";

    /// <summary>The problem in a few lines; null for an exception of another kind.</summary>
    public static string? In(Exception exception) => exception switch
    {
        UsageException => exception.Message,
        OptionsValidationException invalid => Of([invalid]),
        AggregateException { InnerExceptions: var several } when several.All(inner => inner is OptionsValidationException) =>
            Of([.. several.Cast<OptionsValidationException>()]),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => exception.Message,
        _ => null,
    };

    private static string Of(IReadOnlyList<OptionsValidationException> exceptions)
    {
        var lines = exceptions.SelectMany(exception => exception.Failures);
        var isClient = exceptions.Any(exception => exception.OptionsType != typeof(ExportOptions));
        return string.Join(Environment.NewLine, isClient ? lines.Append(Hint) : lines);
    }
}
