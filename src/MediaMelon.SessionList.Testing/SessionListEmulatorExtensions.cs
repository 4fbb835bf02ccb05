using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.Testing;

/// <summary>Connects registered clients to a <see cref="SessionListEmulator"/>.</summary>
public static class SessionListEmulatorExtensions
{
    private const string ClientName = "MediaMelon.SessionList";
    private const string KeyedClientPrefix = ClientName + ":";

    /// <summary>Sends the requests of this client to the emulator. After all other configuration, it sets the customer id and
    /// the key of the emulator, and clears ApiKeyProvider and AccessTokenProvider.</summary>
    /// <param name="builder">The builder that AddSessionListClient or AddKeyedSessionListClient returned.</param>
    /// <param name="emulator">The emulator that receives the requests.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client.</exception>
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
            $"The HTTP client '{name}' was not added by AddSessionListClient or AddKeyedSessionListClient.", nameof(builder));
    }
}
