using System.Net;

namespace MediaMelon.SessionList.Transport;

/// <summary>The handler that goes to the network.</summary>
internal static class PrimaryHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <remarks>
    /// Without a propagator the handler makes no activity of its own, and tells nobody who listens to them of the request, which
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
        PlaintextStreamFilter = (connection, _) => new(new UnrepeatingConnection(connection.PlaintextStream)),
    };

    /// <summary>Sees to it that a handler of the user's follows no redirects: it would carry the key to the new host.</summary>
    /// <exception cref="ArgumentException">
    /// It follows them, and has sent requests already, so that nothing can be changed about it.
    /// </exception>
    public static void RefuseRedirects(HttpMessageHandler handler)
    {
        try
        {
            switch (handler)
            {
                case DelegatingHandler { InnerHandler: { } inner }:
                    RefuseRedirects(inner);
                    break;
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException used)
        {
            throw new ArgumentException(
                "The handler follows redirects, which would carry the API key to another host, and has been used already: "
                + "set its AllowAutoRedirect to false before its first request.",
                nameof(handler),
                used);
        }
    }
}
