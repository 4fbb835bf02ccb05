using System.Collections.Concurrent;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>The services that the client and the handlers of one registration share. The options are read once.</summary>
internal sealed class ClientServices
{
    private readonly string _name;
    private readonly string _httpClientName;
    private readonly IHttpClientFactory _httpClients;
    private readonly ConcurrentDictionary<string, bool> _removedHandlers = new();

    public ClientServices(IServiceProvider services, string name)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<SessionListClientOptions>>();
        _name = name;
        _httpClientName = ClientNames.GetHttpClientName(name);
        _httpClients = services.GetRequiredService<IHttpClientFactory>();

        Options = monitor.Get(name).Snapshot();
        Clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Gate = new(Clock);
        Logger = ClientLogger.Create(services.GetRequiredService<ILoggerFactory>(), name);
        Credentials = new CredentialSource(new LastValidOptions(monitor, name, Options, Logger).Get);
    }

    public SessionListClientOptions Options { get; }

    public TimeProvider Clock { get; }

    public ILogger Logger { get; }

    public CredentialSource Credentials { get; }

    /// <summary>All listings share one gate, because the registration has one key, and the service limits the key.</summary>
    public ThrottleGate Gate { get; }

    public SessionListClient CreateClient() =>
        new(new SessionListTransport(CreateHttpClient, Options, Clock, Gate), Options.Paging, new(_name, Logger, Clock));

    /// <summary>Whether a handler is removed because it would multiply the attempts. Logs each removed type once.</summary>
    public bool IsRemoved(DelegatingHandler handler)
    {
        if (ForeignResilience.FindType(handler) is not { } type)
            return false;

        if (_removedHandlers.TryAdd(type, true))
            Log.HandlerRemoved(Logger, _name, type);

        return true;
    }

    private HttpClient CreateHttpClient()
    {
        var client = _httpClients.CreateClient(_httpClientName);
        HttpClientSettings.Apply(client, Options.BaseAddress);
        return client;
    }
}
