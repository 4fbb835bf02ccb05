using MediaMelon.SessionList.WireTests.Registration;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Secrets;

/// <summary>The client sends a credential only to the server of BaseAddress.</summary>
public sealed class CredentialScopeTests : RegistrationTest
{
    [Theory]
    [InlineData("key")]
    [InlineData("token")]
    public async Task GetPageAsync_with_a_handler_that_changes_the_server_sends_nothing_and_names_both_addresses(string credential)
    {
        await using var other = new Service(Clock);
        var calls = 0;
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.ApiKey = "";
            Func<CancellationToken, ValueTask<string>> provider = _ => new($"secret-{++calls}");
            options.ApiKeyProvider = credential == "key" ? provider : null;
            options.AccessTokenProvider = credential == "token" ? provider : null;
        }).AddHttpMessageHandler(() => new Redirecting(address => new UriBuilder(address) { Port = other.Address.Port, UserName = "bob", Password = "pw" }.Uri));

        var query = TestValues.Query.Where(SessionDimensions.SubscriberId.Is("user-4711"));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PageAsync(Client(), query));

        Assert.Contains($"http://127.0.0.1:{other.Address.Port}, ", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{Service.Address.Port} (BaseAddress)", failure.Message, StringComparison.Ordinal);
        Assert.All(["4711", "bob", "secret-"], text => Assert.DoesNotContain(text, failure.ToString(), StringComparison.Ordinal));
        Assert.Empty(Service.Requests);
        Assert.Empty(other.Requests);
        Assert.Equal(0, calls);
    }

    [Theory]
    [InlineData("https", "127.0.0.1")]
    [InlineData("http", "localhost")]
    public async Task GetPageAsync_with_a_handler_that_changes_scheme_or_host_sends_nothing(string scheme, string host)
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(
            () => new Redirecting(address => new UriBuilder(address) { Scheme = scheme, Host = host, Port = address.Port }.Uri));

        await Assert.ThrowsAsync<InvalidOperationException>(() => PageAsync(Client()));

        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task GetPageAsync_with_a_handler_that_changes_the_path_sends_the_key()
    {
        Services.AddSessionListClient(Configure).AddHttpMessageHandler(
            () => new Redirecting(address => new UriBuilder(address) { Path = "/gateway" + address.AbsolutePath }.Uri));

        await PageAsync(Client());

        Assert.StartsWith("/gateway/", Assert.Single(Service.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateClient_with_the_name_of_the_client_does_not_send_the_key_to_another_server()
    {
        await using var other = new Service(Clock);
        Services.AddSessionListClient(Configure);
        using var http = Build().GetRequiredService<IHttpClientFactory>().CreateClient("MediaMelon.SessionList");

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(other.Address, TestToken));

        Assert.Empty(other.Requests);
    }

    private sealed class Redirecting(Func<Uri, Uri> redirect) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = redirect(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
