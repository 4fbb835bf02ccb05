using System.Net;

namespace MediaMelon.SessionList.Transport;

/// <summary>The handler that goes to the network.</summary>
internal static class PrimaryHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            UseCookies = false,
            PooledConnectionLifetime = ConnectionLifetime,
            PlaintextStreamFilter = (connection, _) => new(new UnrepeatingConnection(connection.PlaintextStream)),
        };

        if (TellsAddresses())
            handler.ActivityHeadersPropagator = null;

        return handler;
    }

    /// <summary>Sees to it that a handler of the user's follows no redirects: it would carry the key to the new host.</summary>
    /// <exception cref="ArgumentException">It follows them, and has sent requests already, so that nothing can be changed about it.</exception>
    public static void RefuseRedirects(HttpMessageHandler primary)
    {
        try
        {
            switch (primary)
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
                "The handler follows redirects, which would carry the API key to another host, and has been used already: set its AllowAutoRedirect to false before its first request.",
                nameof(primary),
                used);
        }
    }

    // Before .NET 9, or where its redaction is switched off, the handler's own activity holds the address with its query, in which
    // subscriber ids travel. Without a propagator there is no such activity; the library's own holds no query.
    private static bool TellsAddresses() =>
        Environment.Version.Major < 9
        || (AppContext.TryGetSwitch("System.Net.Http.DisableUriRedaction", out var isOff) && isOff)
        || Environment.GetEnvironmentVariable("DOTNET_SYSTEM_NET_HTTP_DISABLEURIREDACTION") is not (null or "" or "0");
}
