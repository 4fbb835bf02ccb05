using System.Net.Sockets;

namespace MediaMelon.SessionList.Http;

/// <summary>Describes connection failures in messages that are complete without the inner exception.</summary>
internal static class ConnectionFaults
{
    private const string TlsHint = " If this port expects TLS, BaseAddress must begin with https.";

    /// <param name="failure">The exception that HttpClient threw.</param>
    /// <param name="address">The address of the request.</param>
    /// <param name="proxy">The proxy for this address. Null if no proxy is used.</param>
    public static ConnectionFault Describe(HttpRequestException failure, Uri? address, Uri? proxy)
    {
        var error = failure.HttpRequestError;
        if (error == HttpRequestError.ProxyTunnelError)
            return ProxyFaults.Describe(failure, address, proxy);

        if (error == HttpRequestError.SecureConnectionError)
            return TlsFaults.Describe(failure, HostAndPort(address));

        return new(error, Sentence(failure, address, proxy), failure, failure.StatusCode);
    }

    /// <summary>Creates the exception for a response that is not HTTP.</summary>
    /// <remarks>
    /// HttpClient's message contains the line that was received, and a server that does not speak HTTP may echo the request.
    /// Therefore the message is passed neither to custom handlers nor to the events that HttpClient writes.
    /// </remarks>
    public static ConnectionFault InvalidHttp(Uri? address) => new(
        HttpRequestError.InvalidResponse,
        $"The response from {HostAndPort(address)} is not valid HTTP. Check BaseAddress and the proxies between the client and "
            + $"the service.{Hint(address)}",
        inner: null);

    /// <summary>Host and port of an address, as in 127.0.0.1:5001.</summary>
    public static string HostAndPort(Uri? address) => address is { IsAbsoluteUri: true }
        ? address.GetComponents(UriComponents.Host | UriComponents.StrongPort, UriFormat.UriEscaped)
        : "the service";

    private static string Sentence(HttpRequestException failure, Uri? address, Uri? proxy)
    {
        var target = proxy is null ? HostAndPort(address) : $"the proxy {HostAndPort(proxy)}";
        var source = proxy is null ? "BaseAddress" : "the proxy setting";

        return (failure.HttpRequestError, SocketErrorOf(failure)) switch
        {
            (HttpRequestError.NameResolutionError, _)
                or (HttpRequestError.ConnectionError, SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData) =>
                $"The host name of {target} cannot be resolved. Check {source} and the name resolution (DNS).",
            (HttpRequestError.ConnectionError, SocketError.ConnectionRefused) =>
                $"The connection to {target} was refused: nothing accepts connections there. Check {source}, and whether the "
                + "service is running.",
            (HttpRequestError.ConnectionError, { } error) =>
                $"The connection to {target} could not be established ({error}). Check {source} and the network.",
            (HttpRequestError.ConnectionError, null) =>
                $"The connection to {target} could not be established. Check {source} and the network.",
            (HttpRequestError.VersionNegotiationError, _) => $"{target} does not support the requested HTTP version.",
            (HttpRequestError.ConfigurationLimitExceeded, _) => $"The headers of the response from {target} are too large.",
            _ => $"The connection to {target} ended before the response was complete.{Hint(address)}",
        };
    }

    // A TLS port often closes the connection if it receives plain HTTP.
    private static string Hint(Uri? address) =>
        address is { IsAbsoluteUri: true } && address.Scheme == Uri.UriSchemeHttp ? TlsHint : "";

    private static SocketError? SocketErrorOf(Exception? failure) => failure switch
    {
        null => null,
        SocketException socket => socket.SocketErrorCode,
        _ => SocketErrorOf(failure.InnerException),
    };
}
