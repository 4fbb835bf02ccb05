using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NightlyExport;
using NightlyExport.Configuration;
using NightlyExport.Targets;
using NightlyExport.Work;

if (CommandLine.IsHelp(args))
{
    Console.WriteLine(CommandLine.Help);
    return ExitCode.Success;
}

IHost host;
RunOutcome outcome;
try
{
    host = NightlyHost.Build(args);

    // The host validates too, but it logs a stack trace.
    host.Services.GetRequiredService<IStartupValidator>().Validate();
    host.Services.ValidateRequestRate();
    host.Services.GetRequiredService<IExportTarget>();
    outcome = host.Services.GetRequiredService<RunOutcome>();
}
catch (Exception exception)
{
    return Report(Failure.FromSettingsError(exception));
}

try
{
    using (host)
        await host.RunAsync();

    return outcome.ExitCode;
}
catch (Exception exception)
{
    return Report(Failure.FromRunError(exception));
}

static int Report(Failure failure)
{
    Console.Error.WriteLine(failure.Message);
    return failure.ExitCode;
}
