using System.Text;
using System.Text.RegularExpressions;
using MediaMelon.SessionList.DependencyInjection;
using MediaMelon.SessionList.Options;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Configuration;
using NJsonSchema;

namespace MediaMelon.SessionList.Tests.Options;

public sealed partial class ConfigurationSchemaTests
{
    private const string File = "src/MediaMelon.SessionList/Package/ConfigurationSchema.json";

    /// <summary>A change of the options changes the schema. UPDATE_SNAPSHOTS=1 rewrites the file.</summary>
    [Fact]
    public void ConfigurationSchema_in_the_package_equals_the_generated_schema()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            System.IO.File.WriteAllText(Path.Combine(Repository.Root, File), ConfigurationSchema.Text);

        Assert.Equal(ConfigurationSchema.Text, Repository.Read(File));
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "CustomerId": 1, "ApiKey": " a-key~! ", "BaseAddress": "https://example.com/base/" }""")]
    [InlineData("""{ "BaseAddress": "http://localhost:8080" }""")]
    [InlineData("""{ "BaseAddress": "http://127.0.0.1:1" }""")]
    [InlineData("""{ "BaseAddress": "http://[::1]:1" }""")]
    [InlineData("""{ "AttemptTimeout": "00:00:00.01", "TotalTimeout": "1.00:00:00", "MaxRetryAfter": "00:00:00" }""")]
    [InlineData("""{ "BaseAddress": "https://example.com/base//x" }""")]
    [InlineData("""{ "AttemptTimeout": "0:5", "TotalTimeout": "23:59:59.9999999", "MaxRetryAfter": "1.0:0" }""")]
    [InlineData("""{ "MaxRetries": 0, "MaxResponseBytes": 1 }""")]
    [InlineData("""{ "MaxRetries": 10, "MaxResponseBytes": 2147483591 }""")]
    [InlineData("""{ "Paging": { "PageSize": 1, "MaxConcurrentRequests": 1, "SliceBy": null, "DropDuplicates": false } }""")]
    [InlineData("""{ "Paging": { "PageSize": 2147483647, "MaxConcurrentRequests": 64, "SliceBy": "00:00:01", "DropDuplicates": true } }""")]
    [InlineData("""{ "Paging": { "SliceBy": "31.00:00:00" } }""")]
    public async Task ConfigurationSchema_and_client_accept_valid_section(string section)
    {
        Assert.Empty(await SchemaErrorsAsync(section));
        Assert.Empty(ClientErrors(section));
    }

    [Theory]
    [InlineData("""{ "CustomerId": 0 }""")]
    [InlineData("""{ "CustomerId": "many" }""")]
    [InlineData("""{ "CustomerId": 1.5 }""")]
    [InlineData("""{ "ApiKey": "a key" }""")]
    [InlineData("""{ "BaseAddress": "example.com" }""")]
    [InlineData("""{ "BaseAddress": "http://example.com" }""")]
    [InlineData("""{ "BaseAddress": "https://example.com?a=b" }""")]
    [InlineData("""{ "BaseAddress": "https://user@example.com" }""")]
    [InlineData("""{ "BaseAddress": "https://example.com//other.example" }""")]
    [InlineData("""{ "BaseAddress": "https://example.com/\\other.example" }""")]
    [InlineData("""{ "BaseAddress": "https://example.com/mm-apis/listsessions/1002" }""")]
    [InlineData("""{ "BaseAddress": "https://example.com/mm-apis/" }""")]
    [InlineData("""{ "AttemptTimeout": "1" }""")]
    [InlineData("""{ "MaxRetryAfter": "24:00:00" }""")]
    [InlineData("""{ "Paging": { "SliceBy": "24:00:00" } }""")]
    [InlineData("""{ "Paging": { "SliceBy": "1" } }""")]
    [InlineData("""{ "BaseAdress": "https://example.com" }""")]
    [InlineData("""{ "Timeout": "00:00:30" }""")]
    [InlineData("""{ "PageSize": 100 }""")]
    [InlineData("""{ "Paging": { "Size": 100 } }""")]
    [InlineData("""{ "AttemptTimeout": "soon" }""")]
    [InlineData("""{ "AttemptTimeout": "00:00:00" }""")]
    [InlineData("""{ "AttemptTimeout": 30 }""")]
    [InlineData("""{ "TotalTimeout": "1.00:00:01" }""")]
    [InlineData("""{ "TotalTimeout": "00:60:00" }""")]
    [InlineData("""{ "MaxRetryAfter": "-00:00:01" }""")]
    [InlineData("""{ "MaxRetries": -1 }""")]
    [InlineData("""{ "MaxRetries": 11 }""")]
    [InlineData("""{ "MaxResponseBytes": 0 }""")]
    [InlineData("""{ "MaxResponseBytes": 2147483592 }""")]
    [InlineData("""{ "Paging": { "PageSize": 0 } }""")]
    [InlineData("""{ "Paging": { "PageSize": 2147483648 } }""")]
    [InlineData("""{ "Paging": { "MaxConcurrentRequests": 0 } }""")]
    [InlineData("""{ "Paging": { "MaxConcurrentRequests": 65 } }""")]
    [InlineData("""{ "Paging": { "SliceBy": "00:00:00" } }""")]
    [InlineData("""{ "Paging": { "SliceBy": "00:00:00.5" } }""")]
    [InlineData("""{ "Paging": { "DropDuplicates": "maybe" } }""")]
    public async Task ConfigurationSchema_and_client_reject_invalid_section(string section)
    {
        Assert.NotEmpty(await SchemaErrorsAsync(section));
        Assert.NotEmpty(ClientErrors(section));
    }

    [Theory]
    [InlineData("""{ "News": { "CustomerId": 0 } }""")]
    [InlineData("""[ ]""")]
    public async Task ConfigurationSchema_rejects_errors_that_the_client_does_not_detect(string section) =>
        Assert.NotEmpty(await SchemaErrorsAsync(section));

    [Fact]
    public async Task ConfigurationSchema_accepts_a_nested_section_of_another_client() =>
        Assert.Empty(await SchemaErrorsAsync("""{ "News": { "CustomerId": 1001, "Paging": { "PageSize": 100 } } }"""));

    [Fact]
    public async Task ConfigurationSchema_accepts_the_settings_in_the_README()
    {
        var samples = JsonFences().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value).ToList();
        var schema = await JsonSchema.FromJsonAsync(ConfigurationSchema.Text, TestContext.Current.CancellationToken);

        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Empty(schema.Validate(sample)));
    }

    private static async Task<IEnumerable<string>> SchemaErrorsAsync(string section)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigurationSchema.Text, TestContext.Current.CancellationToken);
        return schema.Validate($$"""{ "MediaMelon": {{section}}, "Logging": { "LogLevel": { "Default": "Information" } } }""").Select(error => $"{error}");
    }

    private static List<string> ClientErrors(string section)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(section));
        var options = new SessionListClientOptions { CustomerId = 1, ApiKey = "a-key" };
        OptionsBinder.Bind(new ConfigurationBuilder().AddJsonStream(json).Build(), options);
        return [.. ClientOptionsValidator.GetErrors(options)];
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonFences();
}
