using Microsoft.Extensions.Options;

namespace NightlyExport.Configuration;

/// <summary>The error output in one or a few lines, and the exit code, if the program cannot start.</summary>
/// <param name="Message">Without a stack trace.</param>
/// <param name="ExitCode">One of <see cref="Configuration.ExitCode"/>.</param>
internal sealed record Failure(string Message, int ExitCode)
{
    private const string Hint =
        "Set MediaMelon__CustomerId and MediaMelon__ApiKey in the environment, or try --demo, which needs neither.";

    /// <summary>Describes an exception of the configuration.</summary>
    public static Failure FromSettingsError(Exception exception) => new(exception switch
    {
        OptionsValidationException invalid => Join([invalid]),
        AggregateException { InnerExceptions: var several } when several.All(inner => inner is OptionsValidationException) =>
            Join([.. several.Cast<OptionsValidationException>()]),
        UsageException => exception.Message,
        _ => $"The settings cannot be read: {DescribeChain(exception)}",
    },
    Configuration.ExitCode.Usage);

    /// <summary>Describes any other exception.</summary>
    public static Failure FromRunError(Exception exception) =>
        new($"Failed: {DescribeChain(exception)}", Configuration.ExitCode.Failure);

    private static string Join(IReadOnlyList<OptionsValidationException> exceptions)
    {
        var lines = exceptions.SelectMany(exception => exception.Failures);
        var isClient = exceptions.Any(exception => exception.OptionsType != typeof(ExportOptions));
        return string.Join(Environment.NewLine, isClient ? lines.Append(Hint) : lines);
    }

    // A broken appsettings.json names the file in the outer exception and the line in an inner one.
    private static string DescribeChain(Exception exception)
    {
        var messages = new List<string>();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            var text = ErrorText.Describe(current);
            if (!messages.Any(message => message.Contains(text, StringComparison.Ordinal)))
                messages.Add(text);
        }

        return string.Join(" ", messages);
    }
}
