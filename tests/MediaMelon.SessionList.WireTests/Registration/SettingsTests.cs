using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>Tests valid settings in a configuration, and the errors for invalid settings.</summary>
public sealed class SettingsTests : RegistrationTest
{
    private const string Secret = "pasted-key-4711";

    public static TheoryData<string> Settings =>
    [
        "CustomerId", "BaseAddress", "AttemptTimeout", "TotalTimeout", "MaxRetries", "MaxRetryAfter", "MaxResponseBytes",
        "Paging:PageSize", "Paging:MaxConcurrentRequests", "Paging:SliceBy", "Paging:DropDuplicates",
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Bind_key_in_the_wrong_setting_is_not_in_the_message(string setting)
    {
        var failure = Fails((setting, Secret));

        Assert.Contains($"{setting} must be ", Assert.Single(failure.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("30")]
    [InlineData("1.5")]
    [InlineData("24:00:00")]
    [InlineData("99:00")]
    [InlineData("1:2:3:4")]
    [InlineData("00:60:00")]
    [InlineData("30s")]
    [InlineData("")]
    [InlineData("PT30S")]
    public void Bind_ambiguous_duration_is_rejected(string duration)
    {
        foreach (var setting in (string[])["AttemptTimeout", "TotalTimeout", "MaxRetryAfter"])
        {
            Assert.Contains(
                $"{setting} must be a duration as [days.]hours:minutes:seconds, with hours from 0 to 23: "
                    + "1.00:00:00 is one day, 00:00:01 is one second",
                Assert.Single(Fails((setting, duration)).Failures),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("24:00:00")]
    public void Bind_ambiguous_SliceBy_is_rejected(string duration) =>
        Assert.Contains("1.00:00:00 is one day", Assert.Single(Fails(("Paging:SliceBy", duration)).Failures), StringComparison.Ordinal);

    [Theory]
    [InlineData("1.00:00:00", 86400)]
    [InlineData("00:00:01", 1)]
    [InlineData(" 0:1 ", 60)]
    [InlineData("23:59:59.5", 86399.5)]
    public void Bind_duration_with_a_colon_is_accepted(string duration, double seconds)
    {
        Services.AddSessionListClient(Configuration(("TotalTimeout", "1.00:00"), ("MaxRetryAfter", duration)));

        Assert.Equal(seconds, Build().GetRequiredService<IOptions<SessionListClientOptions>>().Value.MaxRetryAfter.TotalSeconds);
    }

    [Theory]
    [InlineData("Timeout", "Unknown option Timeout. The most similar option is AttemptTimeout or TotalTimeout.")]
    [InlineData("AttemptTimout", "Unknown option AttemptTimout. The most similar option is AttemptTimeout.")]
    [InlineData("Retries", "Unknown option Retries. The most similar option is MaxRetries.")]
    [InlineData("Customer", "Unknown option Customer. The most similar option is CustomerId.")]
    [InlineData("PageSize", "PageSize is an option of Paging. Set Paging:PageSize.")]
    [InlineData("sliceby", "sliceby is an option of Paging. Set Paging:SliceBy.")]
    [InlineData("Paging:Size", "Unknown option Paging:Size. The most similar option is Paging:PageSize.")]
    [InlineData("Paging:Concurrency", "Unknown option Paging:Concurrency. The most similar option is Paging:MaxConcurrentRequests.")]
    [InlineData("Pagination:PageSize", "Unknown option Pagination. The most similar option is Paging.")]
    [InlineData("ApiKeyProvider", "ApiKeyProvider cannot be set in a configuration. Set it in code.")]
    public void Bind_unknown_setting_is_reported_with_the_nearest_name(string setting, string error)
    {
        var failure = Fails((setting, Secret));

        Assert.EndsWith(error, Assert.Single(failure.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_settings_of_other_clients_and_programs_are_ignored()
    {
        Services.AddSessionListClient(Configuration(
            ("News:CustomerId", "2"), ("News:Paging:PageSize", "5"), ("Logging:LogLevel:Default", "Debug"), ("PATH", "/bin"), ("HOME", "/home/a")));

        Assert.NotNull(Client());
    }

    [Fact]
    public void AddSessionListClient_with_a_section_that_does_not_exist_reports_the_section()
    {
        Services.AddSessionListClient(Configuration(("MediaMelon:CustomerId", "1")).GetSection("MediaMellon"));

        var error = Assert.Single(Assert.Throws<OptionsValidationException>(() => Client()).Failures);

        Assert.Contains("The configuration section 'MediaMellon' has no values", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AddKeyedSessionListClient_with_an_empty_section_reports_the_section_and_the_client()
    {
        Services.AddKeyedSessionListClient("eu", Configuration(("Clients:eu", "")).GetSection("Clients:eu"));

        var failure = Assert.Throws<OptionsValidationException>(() => Build().GetRequiredKeyedService<ISessionListClient>("eu"));

        var error = Assert.Single(failure.Failures);
        Assert.Contains("'eu'", error, StringComparison.Ordinal);
        Assert.Contains("'Clients:eu' has no values", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AddSessionListClient_with_an_empty_configuration_and_all_options_in_code_is_valid()
    {
        Services.AddSessionListClient(new ConfigurationBuilder().Build());
        Services.AddSessionListClient(Configure);

        Assert.NotNull(Client());
    }

    [Fact]
    public void Create_with_an_AttemptTimeout_above_TotalTimeout_is_rejected()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options => options.TotalTimeout = TimeSpan.FromSeconds(29)));

        Assert.Equal(
            "AttemptTimeout must not be above TotalTimeout, which is 00:00:29 and includes every attempt; it is 00:00:30.",
            Assert.Single(failure.Failures));
        Assert.NotNull(Client(options => options.TotalTimeout = options.AttemptTimeout));
    }

    private OptionsValidationException Fails(params (string Name, string? Value)[] settings)
    {
        Services.AddSessionListClient(Configuration(settings));
        try
        {
            return Assert.Throws<OptionsValidationException>(() => Client());
        }
        finally
        {
            Services.Clear();
            Services.AddSingleton<TimeProvider>(Clock).AddLogging();
        }
    }
}
