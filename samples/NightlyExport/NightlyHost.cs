using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NightlyExport.Configuration;
using NightlyExport.Demo;
using NightlyExport.Plan;
using NightlyExport.Targets;
using NightlyExport.Work;

namespace NightlyExport;

/// <summary>Creates the worker's host.</summary>
internal static class NightlyHost
{
    public static IHost Build(string[] args)
    {
        var settings = new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory };
        var builder = Host.CreateApplicationBuilder(settings);
        Configure(builder.Configuration, args);
        LogToStandardError(builder.Logging);
        AddClient(builder);
        AddExport(builder.Services);
        builder.Services.AddExportTelemetry();
        return builder.Build();
    }

    // In order of increasing priority: appsettings.json, user secrets, the environment, the command line.
    private static void Configure(ConfigurationManager configuration, string[] args) => configuration
        .AddUserSecrets<ExportOptions>(optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(CommandLine.Read(args));

    // The console exporter writes the telemetry to standard output.
    private static void LogToStandardError(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddClient(HostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        var client = builder.Services.AddSessionListClient(builder.Configuration.GetSection("MediaMelon"));
        client.LimitRequestRate();
        if (builder.Configuration.GetValue<bool>($"{ExportOptions.Section}:{nameof(ExportOptions.Demo)}"))
            client.UseDemo(builder.Configuration.GetSection(DemoOptions.Section));
    }

    private static void AddExport(IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration(ExportOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ExportOptions>, ExportOptionsValidator>();
        services.AddSingleton<ExportPlan>();
        services.AddSingleton(provider =>
            OutputAddress.CreateTarget(provider.GetRequiredService<IOptions<ExportOptions>>().Value.Output));
        services.AddSingleton<HourSelector>();
        services.AddSingleton<HourExport>();
        services.AddSingleton<RunOutcome>();
        services.AddHostedService<ExportWorker>();
    }
}
