using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NightlyExport;
using NightlyExport.Configuration;
using NightlyExport.Work;

try
{
    using var host = NightlyHost.Build(args);

    // The host validates too, but logs a stack trace over what is a matter of one line.
    host.Services.GetRequiredService<IStartupValidator>().Validate();
    var outcome = host.Services.GetRequiredService<RunOutcome>();
    await host.RunAsync();
    return outcome.ExitCode;
}
catch (Exception exception) when (SettingsProblem.In(exception) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return ExitCode.Usage;
}
