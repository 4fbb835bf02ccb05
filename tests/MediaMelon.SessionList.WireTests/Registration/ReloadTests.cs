using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.WireTests.Registration;

public sealed class ReloadTests : RegistrationTest
{
    [Fact]
    public async Task Reload_with_new_key_applies_to_the_next_page()
    {
        var configuration = Configuration();
        Services.AddSessionListClient(configuration);
        var client = Client();
        await PageAsync(client);

        Change(configuration, "a-newer-key");
        await PageAsync(client);

        Assert.Equal([TestValues.Key, "a-newer-key"], Keys);
    }

    [Fact]
    public async Task Reload_with_new_key_applies_to_the_next_attempt()
    {
        var configuration = Configuration();
        Services.AddSessionListClient(configuration);
        Service.Next(exchange =>
        {
            Change(configuration, "a-newer-key");
            return TestResponses.Status(503)(exchange);
        });

        await PageAsync(Client());

        Assert.Equal([TestValues.Key, "a-newer-key"], Keys);
    }

    [Theory]
    [InlineData("ApiKey", "")]
    [InlineData("ApiKey", "4711 two\nlines")]
    [InlineData("CustomerId", "many")]
    [InlineData("BaseAddress", "http://example.com")]
    public async Task Reload_with_invalid_value_is_logged_and_keeps_the_last_valid_key(string name, string value)
    {
        var configuration = Configuration();
        Services.AddSessionListClient(configuration);
        var client = Client();
        await PageAsync(client);
        Change(configuration, "a-newer-key");

        configuration[name] = value;
        configuration.Reload();
        await PageAsync(client);
        await PageAsync(client);

        Assert.Equal([TestValues.Key, "a-newer-key", "a-newer-key"], Keys);
        var error = Assert.Single(Logs.Of(LogLevel.Error));
        Assert.Contains(name, error, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_with_invalid_value_before_the_first_request_keeps_the_last_valid_key()
    {
        var configuration = Configuration();
        Services.AddSessionListClient(configuration);
        var client = Client();

        Change(configuration, "");
        await PageAsync(client);

        Assert.Equal([TestValues.Key], Keys);
    }

    [Fact]
    public async Task Reload_with_valid_value_after_invalid_value_applies()
    {
        var configuration = Configuration();
        Services.AddSessionListClient(configuration);
        var client = Client();
        await PageAsync(client);

        Change(configuration, "");
        Change(configuration, "a-newer-key");
        await PageAsync(client);

        Assert.Equal([TestValues.Key, "a-newer-key"], Keys);
    }

    [Fact]
    public async Task Reload_with_invalid_value_from_code_keeps_the_last_valid_key()
    {
        var key = TestValues.Key;
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.ApiKey = key;
        });
        var provider = Build();
        var client = provider.GetRequiredService<ISessionListClient>();

        key = "";
        provider.GetRequiredService<IOptionsMonitorCache<SessionListClientOptions>>().Clear();
        await PageAsync(client);
        await PageAsync(client);

        Assert.Equal([TestValues.Key, TestValues.Key], Keys);
        Assert.Single(Logs.Of(LogLevel.Error));
    }

    public static TheoryData<Exception> Failures =>
    [
        new FileNotFoundException("secret.json"), new OperationCanceledException(), new HttpRequestException("vault"),
        new AggregateException(new TimeoutException()), new OptionsValidationException("", typeof(SessionListClientOptions), ["no"]),
    ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Reload_that_fails_with_any_exception_keeps_the_last_valid_key_and_is_logged_by_type(Exception failure)
    {
        var configuration = Configuration();
        var fails = false;
        Services.AddSessionListClient(configuration);
        Services.PostConfigure<SessionListClientOptions>(_ =>
        {
            if (fails)
                throw failure;
        });
        var provider = Build();
        var client = provider.GetRequiredService<ISessionListClient>();
        await PageAsync(client);

        fails = true;
        Change(configuration, "a-newer-key");
        provider.GetRequiredService<IOptionsMonitorCache<SessionListClientOptions>>().Clear(); // like a custom change token
        await PageAsync(client);
        await PageAsync(client);

        Assert.Equal([TestValues.Key, TestValues.Key, TestValues.Key], Keys);
        var errors = Logs.Of(LogLevel.Error);
        Assert.Equal(2, errors.Count); // one for the change, one for the first attempt after it
        Assert.All(errors, error => Assert.Contains(failure is OptionsValidationException ? "no" : failure.GetType().Name, error, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain("secret.json", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reload_with_recurring_validation_error_is_logged_again()
    {
        var key = TestValues.Key;
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.ApiKey = key;
        });
        var provider = Build();
        var client = provider.GetRequiredService<ISessionListClient>();

        foreach (var next in (string[])["", "", TestValues.Key, ""])
        {
            key = next;
            provider.GetRequiredService<IOptionsMonitorCache<SessionListClientOptions>>().Clear();
            await PageAsync(client);
        }

        Assert.Equal(2, Logs.Of(LogLevel.Error).Count);
    }

    [Fact]
    public async Task Reload_of_one_keyed_client_does_not_affect_another()
    {
        var configuration = Configuration();
        Services.AddKeyedSessionListClient("a", configuration);
        Services.AddKeyedSessionListClient("b", Configuration(("ApiKey", "key-of-b")));
        var provider = Build();

        foreach (var newKey in (string[])["key-of-a", ""])
        {
            Change(configuration, newKey);
            await PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("a"));
            await PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("b"));
        }

        Assert.Equal(["key-of-a", "key-of-b", "key-of-a", "key-of-b"], Keys);
    }

    private IEnumerable<string> Keys => Service.Requests.Select(request => Assert.Single(request.Header("X-API-Key")));

    private static void Change(IConfigurationRoot configuration, string key)
    {
        configuration["ApiKey"] = key;
        configuration.Reload();
    }
}
