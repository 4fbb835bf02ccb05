using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace MediaMelon.SessionList.Http;

/// <summary>Describes why TLS was not established. The messages of .NET contain the names of enumeration members.</summary>
internal static class TlsFaults
{
    private static readonly (string Name, string Reason)[] Reasons =
    [
        (nameof(SslPolicyErrors.RemoteCertificateNotAvailable), "the server sent none"),
        (nameof(SslPolicyErrors.RemoteCertificateNameMismatch), "it was issued for another host name; check BaseAddress"),
        (nameof(X509ChainStatusFlags.NotTimeValid), "it has expired or is not valid yet; check this machine's clock too"),
        (nameof(X509ChainStatusFlags.UntrustedRoot), Untrusted),
        (nameof(X509ChainStatusFlags.PartialChain), Untrusted),
        (nameof(X509ChainStatusFlags.OfflineRevocation), "its revocation could not be checked"),
        (nameof(X509ChainStatusFlags.RevocationStatusUnknown), "its revocation could not be checked"),
        (nameof(X509ChainStatusFlags.Revoked), "it was revoked"),
        (nameof(X509ChainStatusFlags.NotSignatureValid), "its signature is invalid"),
    ];

    private const string Untrusted = "its certificate authority is unknown; add the authority to the platform's certificate "
        + "store, or on Linux to the file that SSL_CERT_FILE names";

    public static ConnectionFault Describe(HttpRequestException failure, string target)
    {
        var text = Texts(failure);
        var reasons = Reasons.Where(reason => Contains(reason.Name)).Select(reason => reason.Reason).Distinct().ToList();
        if (reasons.Count == 0 && Contains("remote certificate"))
            reasons.Add("its validation failed");

        return reasons.Count > 0
            ? new(
                HttpRequestError.SecureConnectionError,
                $"The certificate of {target} is not accepted: {string.Join("; ", reasons)}.",
                failure,
                isPermanent: true)
            : new(
                HttpRequestError.SecureConnectionError,
                $"TLS could not be established with {target}. Either the port does not expect TLS (https), or the two sides "
                    + "support no common TLS version, or the server requires a client certificate.",
                failure);

        bool Contains(string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    private static string Texts(Exception? failure) =>
        failure is null ? "" : $"{failure.Message} {Texts(failure.InnerException)}";
}
