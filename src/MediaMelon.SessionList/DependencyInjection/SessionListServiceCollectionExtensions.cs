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
/// <para>
/// A second call for the same client only adds settings. Options are validated when the host starts and at first use. One message
/// contains all validation errors. The client uses the <see cref="TimeProvider"/> of the container, if one is registered.
/// </para>
/// <para>
/// Handlers that you add to the returned builder run once per attempt, inside the retries, and never see the credential. The
/// client has its own retries. It does not use resilience handlers of the host or of the builder, because they would multiply the
/// attempts.
/// </para>
/// </remarks>
public static class SessionListServiceCollectionExtensions
{
    private static readonly string DefaultName = Options.Options.DefaultName;

    /// <summary>Registers <see cref="ISessionListClient"/> without configuring its options.</summary>
    /// <returns>The builder of the HTTP client, for custom handlers.</returns>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public static IHttpClientBuilder AddSessionListClient(this IServiceCollection services)
    {
        var builder = AddClientServices(services, DefaultName);
        services.TryAddSingleton<ISessionListClient>(provider => GetServices(provider, DefaultName).CreateClient());
        return builder;
    }

    /// <summary>Registers <see cref="ISessionListClient"/> with options that are set in code.</summary>
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
    /// Registers <see cref="ISessionListClient"/> with options from a configuration section, such as
    /// <c>configuration.GetSection("MediaMelon")</c>.
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

    /// <summary>
    /// Registers a named client, for example one for each customer. Resolve it with <c>[FromKeyedServices("name")]</c>.
    /// </summary>
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

    /// <summary>Registers a named client with options from a configuration section.</summary>
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

        // The loggers of the factory log addresses, which can contain subscriber ids. The library has its own log messages.
        return builder.RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create);
    }

    // Runs after all other handlers were added.
    private static void AddHandlers(HttpMessageHandlerBuilder handlers, string name)
    {
        var shared = GetServices(handlers.Services, name);
        var others = handlers.AdditionalHandlers.Where(handler => !shared.IsRemoved(handler)).ToList();

        handlers.AdditionalHandlers.Clear();
        IEnumerable<DelegatingHandler> pipeline =
        [
            .. HandlerPipeline.Outer(shared.Options, shared.Clock, shared.Logger, shared.Gate),
            .. others,
            .. HandlerPipeline.Inner(shared.Options, shared.Credentials),
        ];
        foreach (var handler in pipeline)
            handlers.AdditionalHandlers.Add(handler);

        PrimaryHandler.Secure(handlers.PrimaryHandler, shared.Options.BaseAddress);
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
