using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A TLS server with a self-signed certificate. It counts connections.</summary>
internal sealed class TlsService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly Task _accepting;
    private int _connections;

    public TlsService(string host = "127.0.0.1", bool isExpired = false)
    {
        _certificate = Certificate(host, isExpired);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _certificate.Dispose();
    }

    private static X509Certificate2 Certificate(string host, bool isExpired)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);

        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-30), isExpired ? now.AddDays(-1) : now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                await AuthenticateAsync(connection);
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task AuthenticateAsync(TcpClient connection)
    {
        try
        {
            await using var stream = new SslStream(connection.GetStream());
            await stream.AuthenticateAsServerAsync(_certificate);
            _ = await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
        }
        catch (Exception failure) when (failure is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client does not accept the certificate, or does not use TLS.
        }
    }
}
