using System.Globalization;
using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>Describes why a proxy did not open a connection to the service.</summary>
/// <remarks>
/// HttpClient's message contains the address of the proxy, with user name and password. Therefore it is not passed on, not even
/// as an inner exception.
/// </remarks>
internal static class ProxyFaults
{
    public static ConnectionFault Describe(HttpRequestException failure, Uri? address, Uri? proxy)
    {
        var name = proxy is null ? "The proxy" : $"The proxy {CredentialScope.Server(proxy)}";
        var target = ConnectionFaults.HostAndPort(address);
        if (StatusOf(failure) is not { } status)
            return new(
                HttpRequestError.ProxyTunnelError,
                $"{name} did not open a connection to {target}. {SocksAdvice(failure)}",
                inner: null,
                isPermanent: IsAuthentication(failure));

        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return new(
            HttpRequestError.ProxyTunnelError,
            $"{name} did not open a connection to {target}: it returned status {number}. {Advice(status)}",
            inner: null,
            status,
            isPermanent: !RetryPolicy.IsTransient(status));
    }

    // On .NET 8 the exception has no StatusCode, and its message ends with: ... failed with status code '407'."
    private static HttpStatusCode? StatusOf(HttpRequestException failure)
    {
        if (failure.StatusCode is { } status)
            return status;

        var message = failure.Message.AsSpan().TrimEnd("'.\"");
        var digits = message[(message.LastIndexOfAnyExceptInRange('0', '9') + 1)..];
        return digits.Length == 3 ? (HttpStatusCode)int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.ProxyAuthenticationRequired =>
            "It requires a user name and a password, or does not accept the ones it received.",
        HttpStatusCode.Forbidden => "It does not allow connections to this host.",
        _ => "The service itself was not reached.",
    };

    private static string SocksAdvice(HttpRequestException failure) => IsAuthentication(failure)
        ? "It does not accept the user name and the password."
        : "The service itself was not reached.";

    // A SOCKS proxy has no status, and the exception's type is not public.
    private static bool IsAuthentication(Exception failure) =>
        failure.InnerException?.Message.Contains("authenticat", StringComparison.OrdinalIgnoreCase) == true;
}
