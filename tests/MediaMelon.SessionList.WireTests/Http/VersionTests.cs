using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Http;

/// <summary>The client uses HTTP/2 if the server supports it, otherwise HTTP/1.1.</summary>
public sealed class VersionTests
{
    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task Http_version_is_the_highest_that_the_server_supports(HttpProtocols supported, string expected)
    {
        var versions = new List<string>();
        using var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = supported;
            listen.UseHttps(certificate);
        }));
        await using var server = builder.Build();
        server.Run(context =>
        {
            versions.Add(context.Request.Protocol);
            return context.Response.WriteAsync(TestValues.Envelope(TestValues.Rows));
        });
        await server.StartAsync(TestContext.Current.CancellationToken);

        var services = new ServiceCollection();
        services.AddSessionListClient(options =>
        {
            options.CustomerId = TestValues.CustomerId;
            options.ApiKey = TestValues.Key;
            options.BaseAddress = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        }).ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).SslOptions.RemoteCertificateValidationCallback =
            (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString());
        await using var provider = services.BuildServiceProvider();
        var page = await provider.GetRequiredService<ISessionListClient>().GetPageAsync(TestValues.Query, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TestValues.Ids.Count, page.Sessions.Count);
        Assert.Equal([expected], versions);
    }

    [Theory]
    [InlineData(HttpProtocols.Http2, "2.0", HttpVersionPolicy.RequestVersionExact, "HTTP/2")] // without TLS: prior knowledge
    [InlineData(HttpProtocols.Http2, "2.0", HttpVersionPolicy.RequestVersionOrHigher, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "1.1", HttpVersionPolicy.RequestVersionExact, "HTTP/1.1")]
    [InlineData(HttpProtocols.Http1, "1.0", HttpVersionPolicy.RequestVersionOrLower, "HTTP/1.0")]
    public async Task ConfigureHttpClient_version_and_policy_are_used(
        HttpProtocols supported, string version, HttpVersionPolicy policy, string expected)
    {
        var versions = new List<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = supported));
        await using var server = builder.Build();
        server.Run(context =>
        {
            versions.Add(context.Request.Protocol);
            return context.Response.WriteAsync(TestValues.Envelope(TestValues.Rows));
        });
        await server.StartAsync(TestContext.Current.CancellationToken);

        var services = new ServiceCollection();
        services.AddSessionListClient(options =>
        {
            options.CustomerId = TestValues.CustomerId;
            options.ApiKey = TestValues.Key;
            options.BaseAddress = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        }).ConfigureHttpClient(http =>
        {
            http.DefaultRequestVersion = Version.Parse(version);
            http.DefaultVersionPolicy = policy;
        });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ISessionListClient>().GetPageAsync(TestValues.Query, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([expected], versions);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(Clock.StartTime.AddYears(-1), Clock.StartTime.AddYears(10));
    }
}
