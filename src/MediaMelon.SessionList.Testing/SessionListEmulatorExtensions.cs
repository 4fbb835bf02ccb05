using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.Testing;

/// <summary>Puts a <see cref="SessionListEmulator"/> behind a registered client.</summary>
public static class SessionListEmulatorExtensions
{
    private const string ClientName = "MediaMelon.SessionList";
    private const string KeyedClientPrefix = ClientName + ":";

    /// <summary>Sends this client's requests to the emulator, and takes over its customer id and key after all other
    /// configuration. ApiKeyProvider and AccessTokenProvider are cleared.</summary>
    /// <param name="builder">What AddSessionListClient or AddKeyedSessionListClient returned.</param>
    /// <param name="emulator">The service to reach.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder is that of another client.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder UseEmulator(this IHttpClientBuilder builder, SessionListEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(emulator);

        builder.Services.PostConfigure<SessionListClientOptions>(FindOptionsName(builder), options =>
        {
            options.CustomerId = emulator.CustomerId;
            options.ApiKey = emulator.ApiKey;
            options.ApiKeyProvider = null;
            options.AccessTokenProvider = null;
        });

        return builder.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
    }

    private static string FindOptionsName(IHttpClientBuilder builder)
    {
        var name = builder.Name;
        if (name == ClientName)
            return "";
        if (name.StartsWith(KeyedClientPrefix, StringComparison.Ordinal) && name.Length > KeyedClientPrefix.Length)
            return name[KeyedClientPrefix.Length..];

        throw new ArgumentException(
            $"The HTTP client '{name}' is none of AddSessionListClient or AddKeyedSessionListClient.", nameof(builder));
    }
}
