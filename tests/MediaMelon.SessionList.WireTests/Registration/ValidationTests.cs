using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.WireTests.Registration;

public sealed class ValidationTests : RegistrationTest
{
    private const string BadKey = "se cret\r\nkey-ä-4711";

    [Fact]
    public async Task Host_start_with_invalid_options_reports_every_error()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSessionListClient(SetInvalidValues);
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestToken));

        AssertReportsAll(failure);
    }

    [Fact]
    public void Client_resolution_with_invalid_options_reports_every_error()
    {
        Services.AddSessionListClient(SetInvalidValues);

        AssertReportsAll(Assert.Throws<OptionsValidationException>(() => Client()));
    }

    [Fact]
    public void Create_with_invalid_options_reports_every_error()
    {
        var options = new SessionListClientOptions();
        SetInvalidValues(options);

        AssertReportsAll(Assert.Throws<OptionsValidationException>(() => SessionListClient.Create(options)));
    }

    [Fact]
    public async Task Host_start_with_unreadable_configuration_values_reports_every_error()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKeyedSessionListClient("eu", Configuration(
            ("CustomerId", "many"), ("ApiKey", BadKey), ("MaxRetries", "3.5"), ("AttemptTimeout", "soon"), ("Paging:PageSize", "0"), ("Paging:SliceBy", "x")));
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestToken));

        Assert.All(
            ["CustomerId", "ApiKey", "MaxRetries", "AttemptTimeout", "PageSize", "SliceBy", "'eu'"],
            name => Assert.Contains(name, failure.Message, StringComparison.Ordinal));
        AssertKeyIsHidden(failure);
    }

    [Theory]
    [InlineData("http://example.com", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("http://localhost.example.com", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("https://user:secret@example.com", false)]
    [InlineData("https://example.com/?a=b", false)]
    [InlineData("https://example.com/#a", false)]
    [InlineData("relative/path", false)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://127.1.2.3", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("https://example.com/a/path", true)]
    public async Task BaseAddress_allows_http_for_loopback_addresses_only(string address, bool isAllowed)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
        });
        using var host = builder.Build();

        var start = host.StartAsync(TestToken);

        if (isAllowed)
            await start;
        else
            Assert.Contains("BaseAddress", (await Assert.ThrowsAsync<OptionsValidationException>(() => start)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_with_null_BaseAddress_and_null_Paging_reports_both()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options =>
        {
            options.BaseAddress = null!;
            options.Paging = null!;
        }));

        Assert.Equal(2, failure.Failures.Count());
        Assert.Contains("BaseAddress", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Paging", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two parts")]
    [InlineData("a\nb")]
    [InlineData("a\r\nX-Other: b")]
    [InlineData("schlüssel")]
    [InlineData("a\0b")]
    [InlineData("key\u200B")]
    public void ApiKey_that_is_not_a_valid_header_value_is_rejected(string key)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options => options.ApiKey = key));

        var error = Assert.Single(failure.Failures);
        Assert.StartsWith("ApiKey ", error, StringComparison.Ordinal);
        Assert.True(key.Trim().Length == 0 || !failure.ToString().Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("provider")]
    public void AccessTokenProvider_together_with_a_key_is_rejected(string key)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options =>
        {
            options.ApiKey = key == "key" ? "a-key" : "";
            options.ApiKeyProvider = key == "key" ? null : _ => new("a-key");
            options.AccessTokenProvider = _ => new("a-token");
        }));

        Assert.StartsWith("AccessTokenProvider must not be set together with a key", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_without_any_credential_names_all_three_options()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options => options.ApiKey = " "));

        Assert.Equal(
            "ApiKey is empty. Set it to the key from MediaMelon, or set ApiKeyProvider or AccessTokenProvider.",
            Assert.Single(failure.Failures));
    }

    private static void SetInvalidValues(SessionListClientOptions options)
    {
        options.CustomerId = -1;
        options.ApiKey = BadKey;
        options.BaseAddress = new Uri("http://example.com");
        options.AttemptTimeout = TimeSpan.Zero;
        options.TotalTimeout = TimeSpan.FromDays(2);
        options.MaxRetries = 11;
        options.MaxRetryAfter = TimeSpan.FromSeconds(-1);
        options.MaxResponseBytes = 0;
        options.Paging = new() { PageSize = 0, MaxConcurrentRequests = 65, SliceBy = TimeSpan.FromMilliseconds(1500) };
    }

    private static void AssertReportsAll(OptionsValidationException failure)
    {
        string[] names =
        [
            "CustomerId", "ApiKey", "BaseAddress", "AttemptTimeout", "TotalTimeout", "MaxRetries", "MaxRetryAfter", "MaxResponseBytes",
            "PageSize", "MaxConcurrentRequests", "SliceBy",
        ];

        Assert.Equal(names.Length, failure.Failures.Count());
        Assert.All(names, name => Assert.Contains(name, failure.Message, StringComparison.Ordinal));
        AssertKeyIsHidden(failure);
    }

    private static void AssertKeyIsHidden(OptionsValidationException failure) =>
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
}
