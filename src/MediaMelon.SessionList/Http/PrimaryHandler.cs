using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>Creates and configures the handler that sends requests to the network.</summary>
internal static class PrimaryHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <remarks>
    /// Without a propagator the handler creates no activity, and does not pass the request to diagnostic listeners. The request
    /// contains the key, and its address may contain subscriber ids. From .NET 9 on, the handler redacts them only in part, and
    /// only if the redaction is not disabled. The activity of the library contains neither.
    /// </remarks>
    public static SocketsHttpHandler Create() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
        PlaintextStreamFilter = (connection, _) => new(new NonRetryingStream(connection.PlaintextStream)),
    };

    /// <summary>Prevents a handler, including a custom one, from sending the credential to another host.</summary>
    /// <remarks>
    /// A redirect would send it there. So would a proxy from the environment, in clear text, for an http address on this machine.
    /// A proxy that the user has set is checked with each attempt (<see cref="CredentialScope"/>).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The handler has already sent requests, so its settings cannot be changed.
    /// </exception>
    public static void Secure(HttpMessageHandler handler, Uri baseAddress)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;

        try
        {
            DisableRedirects(handler);
            if (baseAddress.Scheme == Uri.UriSchemeHttp && HttpClient.DefaultProxy.GetProxy(baseAddress) is not null)
                BypassDefaultProxy(handler);
        }
        catch (InvalidOperationException used)
        {
            throw new ArgumentException(
                "The handler follows redirects, or uses the proxy of the environment for an address on this machine. Both would "
                + "send the API key to another host. The handler has already been used: set AllowAutoRedirect, or UseProxy, to "
                + "false before its first request.",
                nameof(handler),
                used);
        }
    }

    private static void DisableRedirects(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    private static void BypassDefaultProxy(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler { UseProxy: true, Proxy: null } sockets:
                sockets.UseProxy = false;
                break;
            case HttpClientHandler { UseProxy: true, Proxy: null } client:
                client.UseProxy = false;
                break;
        }
    }
}
