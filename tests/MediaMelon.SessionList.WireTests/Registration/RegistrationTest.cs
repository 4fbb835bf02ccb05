using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>The base class of tests that register clients in a container with the test clock and log.</summary>
public abstract class RegistrationTest : WireTest
{
    private readonly List<ServiceProvider> _providers = [];

    protected RegistrationTest()
    {
        Options();
        Services.AddSingleton<TimeProvider>(Clock).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
    }

    private protected LogCapture Logs { get; } = new();

    private protected IServiceCollection Services { get; } = new ServiceCollection();

    public override async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected void Configure(SessionListClientOptions options)
    {
        options.CustomerId = TestValues.CustomerId;
        options.ApiKey = TestValues.Key;
        options.BaseAddress = Service.Address;
    }

    /// <summary>Creates a configuration with the address of the test service.</summary>
    private protected IConfigurationRoot Configuration(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("CustomerId", "199493832"), new("ApiKey", TestValues.Key), new("BaseAddress", Service.Address.ToString())])
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
        .Build();

    private protected ServiceProvider Build()
    {
        var provider = Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        _providers.Add(provider);
        return provider;
    }

    private protected ISessionListClient Client() => Build().GetRequiredService<ISessionListClient>();
}
