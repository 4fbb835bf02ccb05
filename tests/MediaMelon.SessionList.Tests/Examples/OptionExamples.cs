using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The snippets of docs/options.md.</summary>
public sealed class OptionExamples
{
    private static readonly SessionQuery Query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9)));

    [Fact]
    public async Task Options_page_settings_bind_to_the_options()
    {
        var page = Conventions.Documents.Page.Read("docs/options.md");
        var json = page.Fences.Single(fence => fence.Language == "json").Code.Replace("\"...\"", "\"a-key\"", StringComparison.Ordinal);
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        var services = new ServiceCollection();
        services.AddSessionListClient(configuration.GetSection("MediaMelon"));
        await using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<SessionListClientOptions>>().Value;

        Assert.Equal((199493832, "a-key", TimeSpan.FromMinutes(5), 5), (options.CustomerId, options.ApiKey, options.TotalTimeout, options.MaxRetries));
        Assert.Equal(new PagingOptions { PageSize = 500, MaxConcurrentRequests = 4 }, options.Paging);
    }

    [Fact]
    public async Task Custom_handler_adds_a_header_to_each_attempt()
    {
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(10, Query.Period));
        var seen = new List<string>();
        var services = new ServiceCollection();

        // begin: own-handler
        services.AddTransient<GatewayHandler>();
        services.AddSessionListClient().AddHttpMessageHandler<GatewayHandler>();
        // end: own-handler

        services.AddSessionListClient(options => (options.CustomerId, options.ApiKey) = (emulator.CustomerId, emulator.ApiKey))
            .ConfigurePrimaryHttpMessageHandler(() => new HeaderRecorder(seen) { InnerHandler = emulator.CreateHandler() });
        emulator.Inject(EmulatorFault.ConnectionReset());
        await using var provider = services.BuildServiceProvider();

        var page = await provider.GetRequiredService<ISessionListClient>().GetPageAsync(Query);

        Assert.NotEmpty(page.Sessions);
        Assert.Equal(["video-team", "video-team"], seen);
    }

    [Fact]
    public async Task Proxy_handler_option_sends_requests_to_the_proxy()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("{\"response\":[{\"sessionid\":\"by-proxy\"}]}"));
        await app.StartAsync();
        var services = new ServiceCollection();
        var proxy = new Uri(app.Urls.Single());

        // begin: proxy
        services.AddSessionListClient().UseSocketsHttpHandler((handler, _) => handler.Proxy = new WebProxy(proxy));
        // end: proxy

        // No server listens at this address.
        services.AddSessionListClient(options => (options.CustomerId, options.ApiKey, options.BaseAddress) = (1, "key", new("http://127.0.0.1:1")));
        await using var provider = services.BuildServiceProvider();

        var page = await provider.GetRequiredService<ISessionListClient>().GetPageAsync(Query);

        Assert.Equal("by-proxy", Assert.Single(page.Sessions).SessionId);
    }

    [Fact]
    public void Client_certificate_handler_option_is_applied()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        var services = new ServiceCollection();

        // begin: client-certificate
        services.AddSessionListClient().UseSocketsHttpHandler(
            (handler, _) => handler.SslOptions.ClientCertificates = [certificate]);
        // end: client-certificate

        services.AddSessionListClient(options => (options.CustomerId, options.ApiKey) = (1, "key"))
            .ConfigurePrimaryHttpMessageHandler((handler, _) =>
                Assert.Same(certificate, Assert.Single(Assert.IsType<SocketsHttpHandler>(handler).SslOptions.ClientCertificates!)));
        using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("MediaMelon.SessionList");
    }

    // begin: gateway-handler
    public sealed class GatewayHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("X-Team"); // it runs once per attempt: a header that is only added would pile up
            request.Headers.Add("X-Team", "video-team");
            return base.SendAsync(request, cancellationToken);
        }
    }
    // end: gateway-handler

    private sealed class HeaderRecorder(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(string.Join('+', request.Headers.GetValues("X-Team")));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
