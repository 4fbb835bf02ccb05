using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class ServiceTests : IDisposable
{
    private const string Key = "secret-key-4711";
    private const string Page =
        """{"totalcount":1,"response":[{"sessionid":"s-1","latency":2.5,"starttime":1775749962,"assetname":"Big Buck"}]}""";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Is_asked_when_key_and_customer_are_set()
    {
        using var service = new FakeService(200, Page);
        var run = await WithKey()
            .RunAsync("list", "--columns", "asset_name,latency", "--base-url", service.BaseAddress, "-o", "csv");

        Assert.Equal("asset_name,startup_seconds\nBig Buck,2.5\n", run.Good().Output);
        Assert.Contains("for sessions of customer 5.", run.Error);
        Assert.Equal([Key], service.Keys.Distinct());
    }

    [Fact]
    public async Task Is_configured_by_a_file()
    {
        using var service = new FakeService(200, Page);
        var file = _workspace.Write(
            "config.json",
            $$"""{ "MediaMelon": { "ApiKey": "{{Key}}", "CustomerId": 7, "BaseAddress": "{{service.BaseAddress}}" } }""");
        var run = await new Explorer().RunAsync("list", "--columns", "asset_name", "--config", file, "--output", "csv");

        Assert.Equal("asset_name\nBig Buck\n", run.Good().Output);
        Assert.Contains("customer 7.", run.Error);
    }

    [Fact]
    public async Task Stays_alone_when_built_in_data_are_asked_for()
    {
        var run = await WithKey().RunAsync("top", "--built-in", "--take", "1");

        run.Good();
        Assert.StartsWith("Exploring built-in data", run.Error);
    }

    [Theory]
    [InlineData(401, 3, "A page of HTML came with it")]
    [InlineData(403, 3, "a proxy or a firewall refused, not the service")]
    [InlineData(407, 1, "A proxy wants to know who you are")]
    [InlineData(503, 1, "The service answered 503 (ServiceUnavailable). Try again later.")]
    [InlineData(429, 4, "The service asks to wait for 7200 s (429).")]
    [InlineData(404, 1, "404")]
    [InlineData(302, 1, "redirect")]
    [InlineData(200, 1, "the response is not a session list")]
    public async Task Fails_with_a_code_and_a_line(int status, int exitCode, string says)
    {
        using var service = new FakeService(status, "<html>");
        var run = await WithKey().RunAsync("top", "--base-url", service.BaseAddress, "--output", "csv");
        var diagnosis = await WithKey().RunAsync("doctor", "--base-url", service.BaseAddress);

        Assert.Contains(says, run.Failed(exitCode));
        Assert.Empty(run.Output);
        Assert.Equal(exitCode, diagnosis.ExitCode);
        Assert.Contains("FAIL  request", diagnosis.Output);
        Assert.DoesNotContain(Key, run.Error + diagnosis.Output + diagnosis.Error);
    }

    [Theory]
    [InlineData(400, 1, "It says: {\"error\":\"orderby is no column\"}")]
    [InlineData(422, 1, "It says: {\"error\":\"orderby is no column\"}")]
    [InlineData(401, 3, "the credential (401). It says: {\"error\":\"orderby is no column\"} Copy the key anew")]
    [InlineData(403, 3, "check MEDIAMELON_CUSTOMER_ID")]
    public async Task Refusal_shows_the_reason_of_the_service(int status, int exitCode, string says)
    {
        using var service = new FakeService(status, "{\"error\":\"orderby is no column\"}");
        var run = await WithKey().RunAsync("top", "--base-url", service.BaseAddress);

        Assert.Contains(says, run.Failed(exitCode));
    }

    [Fact]
    public async Task Redirect_tells_its_host()
    {
        using var service = new FakeService(302) { Headers = { ["Location"] = "https://login.example.com/sign-in?user=secret" } };
        var run = await WithKey().RunAsync("top", "--base-url", service.BaseAddress);

        Assert.Contains("a redirect to login.example.com.", run.Failed(1));
        Assert.DoesNotContain("secret", run.Error);
    }

    [Fact]
    public async Task Timeout_with_data_flowing_advises_a_smaller_page()
    {
        using var stalled = new FakeService(200, Page[..20]) { IsStalled = true };
        var file = _workspace.Write(
            "config.json",
            """{ "MediaMelon": { "AttemptTimeout": "00:00:05", "MaxRetries": 0 } }""");
        var run = await WithKey().RunAsync("list", "--config", file, "--base-url", stalled.BaseAddress);

        Assert.Contains("The response began and did not end in time", run.Failed(1));
        Assert.Contains("smaller --page-size", run.Error);
    }

    [Theory]
    [InlineData("{\n  \"MediaMelon\": {\n    \"ApiKey\" 5\n  }\n}", "at line 3")]
    [InlineData("", "config.json")]
    public async Task Doctor_names_a_broken_configuration_and_its_line(string json, string says)
    {
        var file = _workspace.Write("config.json", json);
        var run = await new Explorer().RunAsync("doctor", "--config", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAIL  settings", run.Output);
        Assert.Contains(file, run.Output);
        Assert.Contains(says, run.Output);
    }

    [Fact]
    public async Task Doctor_names_a_configuration_that_is_missing()
    {
        var run = await new Explorer().RunAsync("doctor", "--config", _workspace["nowhere.json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere.json", run.Output);
    }

    [Fact]
    public async Task Doctor_on_built_in_data_does_not_name_the_real_address()
    {
        var run = await new Explorer().RunAsync("doctor");

        Assert.DoesNotContain("mediamelon.com", run.Good().Output);
        Assert.Contains("the built-in service answered", run.Output);
    }

    [Theory]
    [InlineData("MEDIAMELON_API_KEY", "set MEDIAMELON_CUSTOMER_ID too")]
    [InlineData("MEDIAMELON_CUSTOMER_ID", "set MEDIAMELON_API_KEY too")]
    public async Task Needs_both_variables(string variable, string says)
    {
        var run = await new Explorer().With(variable, "4711").RunAsync();

        Assert.Contains(says, run.Failed(1));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Needs_a_customer_that_is_a_number()
    {
        var run = await WithKey().With("MEDIAMELON_CUSTOMER_ID", "acme").RunAsync("top");

        Assert.Contains("CustomerId must be", run.Failed(1));
        Assert.DoesNotContain(Key, run.Error);
    }

    private static Explorer WithKey() => new Explorer().With("MEDIAMELON_API_KEY", Key).With("MEDIAMELON_CUSTOMER_ID", "5");
}
