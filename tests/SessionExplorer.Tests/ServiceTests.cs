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
    public async Task Service_with_key_and_customer_variables_is_requested()
    {
        using var service = new FakeService(200, Page);
        var run = await WithKey()
            .RunAsync("list", "--columns", "asset_name,latency", "--base-url", service.BaseAddress, "-o", "csv");

        Assert.Equal("asset_name,startup_seconds\nBig Buck,2.5\n", run.Good().Output);
        Assert.Contains("Requesting sessions of customer 5 from ", run.Error);
        Assert.Equal([Key], service.Keys.Distinct());
    }

    [Fact]
    public async Task Service_settings_are_read_from_config_file()
    {
        using var service = new FakeService(200, Page);
        var file = _workspace.Write(
            "config.json",
            $$"""{ "MediaMelon": { "ApiKey": "{{Key}}", "CustomerId": 7, "BaseAddress": "{{service.BaseAddress}}" } }""");
        var run = await new Explorer().RunAsync("list", "--columns", "asset_name", "--config", file, "--output", "csv");

        Assert.Equal("asset_name\nBig Buck\n", run.Good().Output);
        Assert.Contains("customer 7 from ", run.Error);
    }

    [Fact]
    public async Task Service_with_built_in_option_is_not_requested()
    {
        var run = await WithKey().RunAsync("top", "--built-in", "--take", "1");

        run.Good();
        Assert.StartsWith("Exploring built-in data", run.Error);
    }

    [Theory]
    [InlineData(401, 3, "The response is an HTML page")]
    [InlineData(403, 3, "a proxy or a firewall refused the request, not the service")]
    [InlineData(407, 1, "A proxy requires authentication")]
    [InlineData(503, 1, "The service returned status 503 (ServiceUnavailable). Try again later.")]
    [InlineData(429, 4, "The service requests a wait of 7200 s (429).")]
    [InlineData(404, 1, "404")]
    [InlineData(302, 1, "redirect")]
    [InlineData(200, 1, "the response is not a session list")]
    public async Task Service_error_yields_exit_code_and_one_line(int status, int exitCode, string expected)
    {
        using var service = new FakeService(status, "<html>");
        var run = await WithKey().RunAsync("top", "--base-url", service.BaseAddress, "--output", "csv");
        var diagnosis = await WithKey().RunAsync("doctor", "--base-url", service.BaseAddress);

        Assert.Contains(expected, run.Failed(exitCode));
        Assert.Empty(run.Output);
        Assert.Equal(exitCode, diagnosis.ExitCode);
        Assert.Contains("FAIL  request", diagnosis.Output);
        Assert.DoesNotContain(Key, run.Error + diagnosis.Output + diagnosis.Error);
    }

    [Theory]
    [InlineData(400, 1, "Response: {\"error\":\"orderby is not a column\"}")]
    [InlineData(422, 1, "Response: {\"error\":\"orderby is not a column\"}")]
    [InlineData(401, 3, "the credential (401). Response: {\"error\":\"orderby is not a column\"} Copy the key again")]
    [InlineData(403, 3, "check MEDIAMELON_CUSTOMER_ID")]
    public async Task Service_error_response_shows_its_reason(int status, int exitCode, string expected)
    {
        using var service = new FakeService(status, "{\"error\":\"orderby is not a column\"}");
        var run = await WithKey().RunAsync("top", "--base-url", service.BaseAddress);

        Assert.Contains(expected, run.Failed(exitCode));
    }

    [Fact]
    public async Task Service_redirect_error_names_host()
    {
        using var service = new FakeService(302) { Headers = { ["Location"] = "https://login.example.com/sign-in?user=secret" } };
        var run = await WithKey().RunAsync("top", "--base-url", service.BaseAddress);

        Assert.Contains("a redirect to login.example.com.", run.Failed(1));
        Assert.DoesNotContain("secret", run.Error);
    }

    [Fact]
    public async Task Service_timeout_during_response_advice_is_smaller_page()
    {
        using var stalled = new FakeService(200, Page[..20]) { IsStalled = true };
        var file = _workspace.Write(
            "config.json",
            """{ "MediaMelon": { "AttemptTimeout": "00:00:05", "MaxRetries": 0 } }""");
        var run = await WithKey().RunAsync("list", "--config", file, "--base-url", stalled.BaseAddress);

        Assert.Contains("The response was not complete in time", run.Failed(1));
        Assert.Contains("smaller --page-size", run.Error);
    }

    [Theory]
    [InlineData("{\n  \"MediaMelon\": {\n    \"ApiKey\" 5\n  }\n}", "at line 3")]
    [InlineData("", "config.json")]
    public async Task Doctor_invalid_config_file_reports_line(string json, string expected)
    {
        var file = _workspace.Write("config.json", json);
        var run = await new Explorer().RunAsync("doctor", "--config", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAIL  settings", run.Output);
        Assert.Contains(file, run.Output);
        Assert.Contains(expected, run.Output);
    }

    [Fact]
    public async Task Doctor_missing_config_file_reports_name()
    {
        var run = await new Explorer().RunAsync("doctor", "--config", _workspace["nowhere.json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere.json", run.Output);
    }

    [Fact]
    public async Task Doctor_with_built_in_data_does_not_show_service_address()
    {
        var run = await new Explorer().RunAsync("doctor");

        Assert.DoesNotContain("mediamelon.com", run.Good().Output);
        Assert.Contains("the built-in service responded", run.Output);
    }

    [Theory]
    [InlineData("MEDIAMELON_API_KEY", "set MEDIAMELON_CUSTOMER_ID too")]
    [InlineData("MEDIAMELON_CUSTOMER_ID", "set MEDIAMELON_API_KEY too")]
    public async Task Settings_with_one_missing_variable_name_it(string variable, string expected)
    {
        var run = await new Explorer().With(variable, "4711").RunAsync();

        Assert.Contains(expected, run.Failed(1));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Settings_customer_that_is_not_a_number_is_rejected()
    {
        var run = await WithKey().With("MEDIAMELON_CUSTOMER_ID", "acme").RunAsync("top");

        Assert.Contains("CustomerId must be", run.Failed(1));
        Assert.DoesNotContain(Key, run.Error);
    }

    private static Explorer WithKey() => new Explorer().With("MEDIAMELON_API_KEY", Key).With("MEDIAMELON_CUSTOMER_ID", "5");
}
