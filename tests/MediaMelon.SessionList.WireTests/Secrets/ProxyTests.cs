using System.Net;
using System.Net.Sockets;
using MediaMelon.SessionList.WireTests.Limits;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Secrets;

/// <summary>The password of a proxy is not exposed, and no proxy receives a credential in clear text.</summary>
[Collection(typeof(NonParallelTests))]
public sealed class ProxyTests : WireTest
{
    private const string Password = "s3cret-4711";

    private readonly Capture _capture = new();

    public override async ValueTask DisposeAsync()
    {
        _capture.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(407, 1, "requires a user name and a password")]
    [InlineData(403, 1, "does not allow connections to this host")]
    [InlineData(502, 4, "The service itself was not reached")]
    public async Task GetPageAsync_with_a_proxy_that_refuses_the_tunnel_reports_its_status_without_the_password(int status, int attempts, string advice)
    {
        await using var proxy = new FakeProxy($"HTTP/1.1 {status} Refused {Password}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        foreach (var isInContainer in (bool[])[true, false])
        {
            var before = proxy.Received.Count;

            var failure = await FailsAsync($"http://bob:{Password}@127.0.0.1:{proxy.Port}", "https://service.invalid/gw", isInContainer);

            Assert.StartsWith(
                $"The proxy http://127.0.0.1:{proxy.Port} did not open a connection to service.invalid:443: it returned status {status}.",
                failure.Message,
                StringComparison.Ordinal);
            Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
            Assert.Equal(attempts, proxy.Received.Count - before);
        }

        AssertNoSecretIsExposed();
    }

    [Fact]
    public async Task GetPageAsync_with_a_SOCKS_proxy_that_refuses_the_password_is_not_retried()
    {
        await using var proxy = new FakeProxy([5, 0xFF]); // no method of authentication is acceptable

        var failure = await FailsAsync($"socks5://bob:{Password}@127.0.0.1:{proxy.Port}", "https://service.invalid", isInContainer: true);

        Assert.StartsWith($"The proxy socks5://127.0.0.1:{proxy.Port} did not open a connection to service.invalid:443.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("does not accept the user name", failure.Message, StringComparison.Ordinal);
        Assert.Single(proxy.Received);
        AssertNoSecretIsExposed();
    }

    [Fact]
    public async Task GetPageAsync_with_a_proxy_that_does_not_listen_names_the_proxy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var failure = await FailsAsync($"http://bob:{Password}@127.0.0.1:{port}", "https://service.invalid", isInContainer: true);

        Assert.StartsWith($"The connection to the proxy 127.0.0.1:{port} was refused", failure.Message, StringComparison.Ordinal);
        AssertNoSecretIsExposed();
    }

    [Fact]
    public async Task GetPageAsync_over_http_through_a_local_proxy_that_returns_407_is_not_retried()
    {
        await using var proxy = new FakeProxy("HTTP/1.1 407 Proxy Authentication Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        var client = ContainerClient($"http://bob:{Password}@127.0.0.1:{proxy.Port}", "http://127.0.0.1:9");

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(client));

        Assert.Equal(HttpStatusCode.ProxyAuthenticationRequired, failure.StatusCode);
        Assert.Contains("An intermediate proxy", failure.Message, StringComparison.Ordinal);
        Assert.Single(proxy.Received);
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetPageAsync_over_http_on_this_machine_does_not_use_the_proxy_of_the_environment(bool isInContainer)
    {
        await using var proxy = new FakeProxy("HTTP/1.1 502 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        await WithDefaultProxyAsync(proxy, async () =>
        {
            await PageAsync(isInContainer ? ContainerClient(null, Service.Address.OriginalString) : Client());
            await PageAsync(Client(handler: new SocketsHttpHandler()));
            await PageAsync(Client(handler: new HttpClientHandler()));
        });

        Assert.Empty(proxy.Received);
        Assert.Equal(3, Service.Requests.Count);
    }

    [Fact]
    public async Task GetPageAsync_over_https_uses_the_proxy_of_the_environment()
    {
        await using var proxy = new FakeProxy("HTTP/1.1 407 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        await WithDefaultProxyAsync(proxy, () =>
            Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client(options => options.BaseAddress = new Uri("https://service.invalid")))));

        Assert.StartsWith("CONNECT service.invalid:443 ", Assert.Single(proxy.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPageAsync_over_http_with_a_remote_proxy_sends_nothing()
    {
        var client = ContainerClient($"http://bob:{Password}@proxy.invalid:8080", Service.Address.OriginalString);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PageAsync(client));

        Assert.Contains("the proxy http://proxy.invalid:8080, which would receive the credential in clear text", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    private static async Task WithDefaultProxyAsync(FakeProxy proxy, Func<Task> action)
    {
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(new Uri($"http://127.0.0.1:{proxy.Port}"));
        try
        {
            await action();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    private async Task<SessionListConnectionException> FailsAsync(string proxy, string address, bool isInContainer)
    {
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_capture.Logs));
        using var handler = new SocketsHttpHandler
        {
            Proxy = Proxy(proxy),
            ActivityHeadersPropagator = null, // the activity that .NET creates for a custom handler contains the password
        };
        var client = isInContainer
            ? ContainerClient(proxy, address)
            : Client(options => options.BaseAddress = new Uri(address), handler, loggers);

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));

        Assert.All(
            [failure.ToString(), .. ExceptionText.GetAll(failure)],
            text => Assert.DoesNotContain(Password, text, StringComparison.Ordinal));
        return failure;
    }

    private ISessionListClient ContainerClient(string? proxy, string address)
    {
        Options();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_capture.Logs));
        var builder = services.AddSessionListClient(options =>
        {
            options.CustomerId = TestValues.CustomerId;
            options.ApiKey = TestValues.Key;
            options.BaseAddress = new Uri(address);
        });
        if (proxy is not null)
            builder.UseSocketsHttpHandler((handler, _) => handler.Proxy = Proxy(proxy));

        return services.BuildServiceProvider().GetRequiredService<ISessionListClient>();
    }

    // The address contains the user name and the password, like an environment variable.
    private static WebProxy Proxy(string address)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':');
        return new WebProxy(uri) { Credentials = new NetworkCredential(user[0], user[^1]) };
    }

    private void AssertNoSecretIsExposed() =>
        Assert.All(_capture.Everything, record => Assert.DoesNotContain(Password, record, StringComparison.Ordinal));
}
