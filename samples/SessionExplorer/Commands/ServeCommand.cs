using System.CommandLine;
using System.Globalization;
using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Sources;

namespace SessionExplorer.Commands;

/// <summary><c>serve</c>: serves the built-in data on a port, for programs in other processes and languages.</summary>
internal sealed class ServeCommand : ExplorerCommand
{
    private const int DefaultPort = 8080;

    private readonly Option<int?> _port = NumberOption.Create(
        "--port",
        $"The local port; 0 selects a free port. [default: {DefaultPort}]",
        0,
        65535);
    private readonly Option<TimeSpan?> _latency = new("--latency")
    {
        Description = "How long each response takes, such as 200ms.",
        HelpName = "DURATION",
        CustomParser = result => result.ParseDuration("--latency"),
    };
    private readonly Option<int?> _maxLimit = NumberOption.Create(
        "--max-limit",
        "The maximum number of sessions per page. [default: no maximum]",
        1);
    private readonly Option<double?> _rate = NumberOption.CreateRate(
        "--requests-per-second",
        "The maximum number of requests per second; others get status 429 and Retry-After. [default: no maximum]");
    private readonly Option<EmulatorFault[]> _fault = new("--fault")
    {
        Description =
            "The fault of the next request: a status such as 503, reset, hang, truncated, html or none. May be repeated.",
        HelpName = "FAULT",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
            [.. result.Tokens.Select(token => result.Parse(token, FaultText.Parse)).OfType<EmulatorFault>()],
    };

    public ServeCommand()
        : base(
            "serve",
            "Serves the built-in data on a local port until Ctrl+C.",
            "serve --port 8080 --latency 200ms",
            "serve --max-limit 500 --requests-per-second 5 --fault 503 --fault hang")
    {
        Add(_port);
        Add(_latency);
        Add(_maxLimit);
        Add(_rate);
        Add(_fault);
    }

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var emulator = CreateEmulator(invocation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = invocation.Parsed.GetValue(_port) ?? DefaultPort;
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

        await using var app = builder.Build();
        app.MapSessionListEmulator(emulator);
        await StartAsync(app, port, invocation.Cancellation);
        Tell(invocation, emulator, app.Urls.Single());

        var ended = new TaskCompletionSource();
        await using var registration = invocation.Cancellation.Register(ended.SetResult);
        await ended.Task;
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Success;
    }

    private static async Task StartAsync(WebApplication app, int port, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new IOException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Port {port} is in use. Specify another with --port (0: any free port)."),
                problem);
        }
    }

    private SessionListEmulator CreateEmulator(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var emulator = new SessionListEmulator(invocation.BuiltIn.GenerateSessions())
        {
            Latency = parsed.GetValue(_latency) ?? invocation.BuiltIn.Latency,
            MaxLimit = parsed.GetValue(_maxLimit),
            RequestsPerSecond = parsed.GetValue(_rate),
        };
        emulator.Inject(parsed.GetValue(_fault) ?? []);
        return emulator;
    }

    // A shell can evaluate standard output.
    private static void Tell(Invocation invocation, SessionListEmulator emulator, string address)
    {
        invocation.Screen.Lines(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                export {SourceSettings.AddressVariable}={address}
                export {SourceSettings.CustomerVariable}={emulator.CustomerId}
                export {SourceSettings.KeyVariable}={emulator.ApiKey}
                """));
        // A shell in which a token is set too would be refused.
        if (SourceSettings.HasToken)
            invocation.Screen.Lines($"unset {SourceSettings.TokenVariable}");

        invocation.Screen.Flush();
        Invocation.Note([$"Serving {invocation.BuiltIn.Sessions} generated sessions at {address}. Ctrl+C ends it."]);
    }
}
