using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>Finds the proxy that a handler uses for an address.</summary>
internal static class ProxyAddress
{
    /// <summary>The address of the proxy, which may contain a user name and a password. Null if no proxy is used.</summary>
    public static Uri? Find(HttpMessageHandler? handler, Uri? address)
    {
        while (handler is DelegatingHandler { InnerHandler: var inner })
            handler = inner;

        var proxy = handler switch
        {
            SocketsHttpHandler { UseProxy: true } sockets => sockets.Proxy ?? HttpClient.DefaultProxy,
            HttpClientHandler { UseProxy: true } client => client.Proxy ?? HttpClient.DefaultProxy,
            _ => null,
        };
        return address is { IsAbsoluteUri: true } && proxy is not null && !proxy.IsBypassed(address)
            ? Proxy(proxy, address)
            : null;
    }

    // Some proxies return the address itself if they are not used.
    private static Uri? Proxy(IWebProxy proxy, Uri address) =>
        proxy.GetProxy(address) is { } found && found != address ? found : null;
}
