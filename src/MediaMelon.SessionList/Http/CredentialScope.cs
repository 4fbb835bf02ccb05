namespace MediaMelon.SessionList.Http;

/// <summary>
/// Checks where a credential is sent: only to the host of the base address, and in clear text only inside this machine.
/// </summary>
internal static class CredentialScope
{
    /// <exception cref="InvalidOperationException">
    /// The request would send the credential to another server, or in clear text to a proxy.
    /// </exception>
    public static void Check(Uri? address, Uri baseAddress, Uri? proxy)
    {
        if (address is null || !IsSameServer(address, baseAddress))
            throw new InvalidOperationException(
                $"The request is addressed to {Server(address)}, and the credential belongs to {Server(baseAddress)} "
                + "(BaseAddress). The request was not sent. A handler may change the path, but not the scheme, host or port.");

        if (address.Scheme == Uri.UriSchemeHttp && proxy is { IsLoopback: false })
            throw new InvalidOperationException(
                $"The request to {Server(address)} is configured to use the proxy {Server(proxy)}, which would receive the "
                + "credential in clear text. The request was not sent. Use https, or no proxy.");
    }

    /// <summary>Scheme, host and port, without user name, password, path and query.</summary>
    public static string Server(Uri? address) => address is { IsAbsoluteUri: true }
        ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
        : "no host";

    private static bool IsSameServer(Uri address, Uri baseAddress) =>
        address.IsAbsoluteUri
        && address.Scheme == baseAddress.Scheme
        && address.IdnHost.Equals(baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.Port == baseAddress.Port;
}
