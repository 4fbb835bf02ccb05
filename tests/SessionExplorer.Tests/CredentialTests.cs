using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>An API key or an access token: which one is sent, what <c>doctor</c> tells, and what is refused.</summary>
public sealed class CredentialTests : IDisposable
{
    private const string Token = "token-0815";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Token_is_sent_as_bearer_and_no_key_with_it()
    {
        using var service = new FakeService(200, Pages.Hard());
        var run = await WithToken().RunAsync("list", "--columns", "country", "--base-url", service.BaseAddress, "-o", "csv");

        run.Good();
        Assert.Equal(["Bearer " + Token], service.Authorizations.Distinct());
        Assert.Equal([null], service.Keys.Distinct());
    }

    [Fact]
    public async Task Token_and_key_together_are_refused_in_one_sentence()
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
    public async Task Token_without_a_customer_names_the_variable_of_the_customer()
    {
        var run = await WithToken().With("MEDIAMELON_CUSTOMER_ID", null).RunAsync("list");

        Assert.Contains("There is an access token but no customer: set MEDIAMELON_CUSTOMER_ID too.", run.Failed(1));
    }

    [Theory]
    [InlineData("two words", "contains a blank")]
    [InlineData("Bearer token-0815", "Specify only the token")]
    public async Task Token_that_no_header_can_carry_is_refused_without_showing_it(string token, string says)
    {
        using var service = new FakeService(200, Pages.Hard());
        var run = await WithToken().With("MEDIAMELON_ACCESS_TOKEN", token).RunAsync("list", "--base-url", service.BaseAddress);

        Assert.Contains(says, run.Failed(1));
        Assert.Contains("MEDIAMELON_ACCESS_TOKEN", run.Error);
        Assert.DoesNotContain(token, run.Error);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Doctor_tells_which_credential_is_used_and_where_it_is_from()
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
    public async Task Refused_token_advises_a_new_token()
    {
        using var service = new FakeService(401, $$"""{"error":"{{Token}} expired"}""");
        var run = await WithToken().RunAsync("list", "--base-url", service.BaseAddress);

        Assert.Contains("The access token may have expired: put a new one into MEDIAMELON_ACCESS_TOKEN.", run.Failed(3));
        Assert.DoesNotContain(Token, run.Error);
    }

    [Fact]
    public async Task Explain_shows_curl_with_the_token_variable()
    {
        var run = await WithToken().RunAsync("explain", "--take", "5");

        Assert.Contains("--header \"Authorization: Bearer $MEDIAMELON_ACCESS_TOKEN\"", run.Good().Output);
        Assert.DoesNotContain("MEDIAMELON_API_KEY", run.Output);
    }

    private static Explorer WithToken() =>
        new Explorer().With("MEDIAMELON_ACCESS_TOKEN", Token).With("MEDIAMELON_CUSTOMER_ID", "5");
}
