using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Tests API keys and access tokens: which is sent, what <c>doctor</c> shows, and what is rejected.</summary>
public sealed class CredentialTests : IDisposable
{
    private const string Token = "token-0815";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task AccessToken_is_sent_as_bearer_without_key()
    {
        using var service = new FakeService(200, Pages.Hard());
        var run = await WithToken().RunAsync("list", "--columns", "country", "--base-url", service.BaseAddress, "-o", "csv");

        run.Good();
        Assert.Equal(["Bearer " + Token], service.Authorizations.Distinct());
        Assert.Equal([null], service.Keys.Distinct());
    }

    [Fact]
    public async Task AccessToken_with_api_key_is_rejected_with_one_message()
    {
        var run = await WithToken().With("MEDIAMELON_API_KEY", "key-4711").RunAsync("list");
        var diagnosis = await WithToken().With("MEDIAMELON_API_KEY", "key-4711").RunAsync("doctor");

        Assert.Equal(
            "MEDIAMELON_ACCESS_TOKEN must not be set together with an API key (MEDIAMELON_API_KEY, user secrets or --config): "
                + "remove one.",
            run.Failed(1));
        Assert.Contains("FAIL  settings   MEDIAMELON_ACCESS_TOKEN must not be set together", diagnosis.Output);
        Assert.DoesNotContain(Token, run.Error + diagnosis.Output + diagnosis.Error);
    }

    [Fact]
    public async Task AccessToken_without_customer_error_names_customer_variable()
    {
        var run = await WithToken().With("MEDIAMELON_CUSTOMER_ID", null).RunAsync("list");

        Assert.Contains("An access token is set, but no customer: set MEDIAMELON_CUSTOMER_ID too.", run.Failed(1));
    }

    [Theory]
    [InlineData("two words", "contains a blank")]
    [InlineData("Bearer token-0815", "Specify only the token")]
    public async Task AccessToken_invalid_in_header_is_rejected_without_showing_it(string token, string expected)
    {
        using var service = new FakeService(200, Pages.Hard());
        var run = await WithToken().With("MEDIAMELON_ACCESS_TOKEN", token).RunAsync("list", "--base-url", service.BaseAddress);

        Assert.Contains(expected, run.Failed(1));
        Assert.Contains("MEDIAMELON_ACCESS_TOKEN", run.Error);
        Assert.DoesNotContain(token, run.Error);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Doctor_shows_credential_and_its_source()
    {
        using var service = new FakeService(200, Pages.Hard());
        var file = _workspace.Write("config.json", """{ "MediaMelon": { "ApiKey": "key-4711", "CustomerId": 5 } }""");

        var token = await WithToken().RunAsync("doctor", "--base-url", service.BaseAddress);
        var key = await new Explorer().WithKey().RunAsync("doctor", "--base-url", service.BaseAddress);
        var configured = await new Explorer().RunAsync("doctor", "--base-url", service.BaseAddress, "--config", file);

        Assert.Contains("ok    settings   access token of MEDIAMELON_ACCESS_TOKEN and customer are set", token.Good().Output);
        Assert.Contains("ok    settings   API key of MEDIAMELON_API_KEY and customer are set", key.Good().Output);
        Assert.Contains("ok    settings   API key of --config and customer are set", configured.Good().Output);
        Assert.DoesNotContain(Token, token.Output + token.Error);
    }

    [Fact]
    public async Task AccessToken_refused_by_service_advice_is_new_token()
    {
        using var service = new FakeService(401, $$"""{"error":"{{Token}} expired"}""");
        var run = await WithToken().RunAsync("list", "--base-url", service.BaseAddress);

        Assert.Contains("The access token may have expired: put a new one into MEDIAMELON_ACCESS_TOKEN.", run.Failed(3));
        Assert.DoesNotContain(Token, run.Error);
    }

    [Fact]
    public async Task Explain_with_token_shows_curl_with_token_variable()
    {
        var run = await WithToken().RunAsync("explain", "--take", "5");

        Assert.Contains("--header \"Authorization: Bearer $MEDIAMELON_ACCESS_TOKEN\"", run.Good().Output);
        Assert.DoesNotContain("MEDIAMELON_API_KEY", run.Output);
    }

    private static Explorer WithToken() =>
        new Explorer().With("MEDIAMELON_ACCESS_TOKEN", Token).With("MEDIAMELON_CUSTOMER_ID", "5");
}
