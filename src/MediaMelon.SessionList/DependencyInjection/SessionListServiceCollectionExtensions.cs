using MediaMelon.SessionList;
using MediaMelon.SessionList.DependencyInjection;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Options;
using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients of the session list.</summary>
/// <remarks>
/// A second call for the same client only adds settings. Options are validated at start and at first use, with all problems in
/// one message. The container's <see cref="TimeProvider"/> is used if there is one. Handlers that are added to the returned
/// builder run inside the retry, once per attempt, and never see the credential. Resilience handlers, those of the host as well
/// as those that are added to the builder, are not used, since they would multiply the attempts: the client has its own.
/// </remarks>
public static class SessionListServiceCollectionExtensions
{
    private static readonly string DefaultName = Options.Options.DefaultName;

    /// <summary>Registers <see cref="ISessionListClient"/>; its options are configured elsewhere.</summary>
    /// <returns>The builder of the HTTP client, for custom handlers.</returns>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public static IHttpClientBuilder AddSessionListClient(this IServiceCollection services)
    {
        var builder = AddClientServices(services, DefaultName);
        services.TryAddSingleton<ISessionListClient>(provider => GetServices(provider, DefaultName).CreateClient());
        return builder;
    }

    /// <summary>Registers <see cref="ISessionListClient"/> with options set in code.</summary>
    /// <returns>The builder of the HTTP client, for custom handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddSessionListClient(
        this IServiceCollection services,
        Action<SessionListClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        var builder = services.AddSessionListClient();
        services.Configure(DefaultName, configure);
        return builder;
    }

    /// <summary>
    /// Registers <see cref="ISessionListClient"/> with options from a configuration section, the section itself.
    /// </summary>
    /// <returns>The builder of the HTTP client, for custom handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddSessionListClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var builder = services.AddSessionListClient();
        Bind(services, DefaultName, configuration);
        return builder;
    }

    /// <summary>Registers a client of a name, resolved with <c>[FromKeyedServices("name")]</c>: one per customer, say.</summary>
    /// <returns>The builder of the HTTP client, for custom handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IHttpClientBuilder AddKeyedSessionListClient(
        this IServiceCollection services,
        string name,
        Action<SessionListClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        var builder = AddKeyed(services, name);
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>Registers a client of a name with options from a configuration section, the section itself.</summary>
    /// <returns>The builder of the HTTP client, for custom handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IHttpClientBuilder AddKeyedSessionListClient(
        this IServiceCollection services,
        string name,
        IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var builder = AddKeyed(services, name);
        Bind(services, name, configuration);
        return builder;
    }

    private static IHttpClientBuilder AddKeyed(IServiceCollection services, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        var builder = AddClientServices(services, name);
        services.TryAddKeyedSingleton<ISessionListClient>(name, (provider, _) => GetServices(provider, name).CreateClient());
        return builder;
    }

    private static IHttpClientBuilder AddClientServices(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);

        var httpClientName = ClientNames.GetHttpClientName(name);
        var builder = services.AddHttpClient(httpClientName);
        if (services.Any(service => service.ServiceType == typeof(ClientServices) && Equals(service.ServiceKey, name)))
            return builder;

        services.AddOptions<SessionListClientOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SessionListClientOptions>, ClientOptionsValidator>());
        services.AddKeyedSingleton(name, (provider, _) => new ClientServices(provider, name));
        services.PostConfigure<HttpClientFactoryOptions>(
            httpClientName,
            factory => factory.HttpMessageHandlerBuilderActions.Add(handlers => AddHandlers(handlers, name)));

        // The factory's own logging tells addresses, in which subscriber ids travel; the library has a log of its own.
        return builder.RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create);
    }

    // Runs after all that others have added.
    private static void AddHandlers(HttpMessageHandlerBuilder handlers, string name)
    {
        var parts = GetServices(handlers.Services, name);
        var others = handlers.AdditionalHandlers.Where(handler => !parts.LeavesOut(handler)).ToList();

        handlers.AdditionalHandlers.Clear();
        IEnumerable<DelegatingHandler> pipeline =
        [
            .. HandlerPipeline.Outer(parts.Options, parts.Clock, parts.Logger, parts.Gate),
            .. others,
            .. HandlerPipeline.Inner(parts.Options, parts.Credentials),
        ];
        foreach (var handler in pipeline)
            handlers.AdditionalHandlers.Add(handler);

        PrimaryHandler.Secure(handlers.PrimaryHandler, parts.Options.BaseAddress);
    }

    private static void Bind(IServiceCollection services, string name, IConfiguration configuration)
    {
        services.Configure<SessionListClientOptions>(name, options => OptionsBinder.Bind(configuration, options));
        services.AddSingleton<IOptionsChangeTokenSource<SessionListClientOptions>>(provider => new ValidOptionsChangeTokenSource(
            name,
            configuration,
            provider.GetRequiredService<IOptionsFactory<SessionListClientOptions>>(),
            ClientLogger.Create(provider.GetRequiredService<ILoggerFactory>(), name)));
    }

    private static ClientServices GetServices(IServiceProvider services, string name) =>
        services.GetRequiredKeyedService<ClientServices>(name);
}
