using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>The handler that goes to the network.</summary>
internal static class PrimaryHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <remarks>
    /// Without a propagator the handler creates no activity, and reports no request to listeners of the request, which
    /// holds the key and, in its address, subscriber ids. What it tells is redacted in part, from .NET 9 on, unless that is
    /// switched off. The library's own activity holds neither.
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

    /// <summary>Keeps a handler, the caller's own as well, from taking the credential to another host.</summary>
    /// <remarks>
    /// A redirect would take it there, and so would the proxy of the environment for an address on this machine, which is read
    /// in clear text. A proxy that the user has set is checked with each attempt (<see cref="CredentialScope"/>).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The handler has sent requests already, so that its settings cannot be changed.
    /// </exception>
    public static void Secure(HttpMessageHandler handler, Uri baseAddress)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;

        try
        {
            RefuseRedirects(handler);
            if (baseAddress.Scheme == Uri.UriSchemeHttp && HttpClient.DefaultProxy.GetProxy(baseAddress) is not null)
                BypassDefaultProxy(handler);
        }
        catch (InvalidOperationException used)
        {
            throw new ArgumentException(
                "The handler follows redirects, or uses the proxy of the environment for an address on this machine. Both would "
                + "take the API key to another host. It has been used already: set AllowAutoRedirect, or UseProxy, to false "
                + "before its first request.",
                nameof(handler),
                used);
        }
    }

    private static void RefuseRedirects(HttpMessageHandler handler)
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
