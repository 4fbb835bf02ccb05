using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace SessionExplorer.Sources;

/// <summary>The source of the sessions: settings of the service, or no settings for the built-in data.</summary>
internal sealed class SourceSettings
{
    public const string KeyVariable = "MEDIAMELON_API_KEY";
    public const string TokenVariable = "MEDIAMELON_ACCESS_TOKEN";
    public const string CustomerVariable = "MEDIAMELON_CUSTOMER_ID";
    public const string AddressVariable = "MEDIAMELON_BASE_URL";

    /// <summary>The default concurrency: faster for terminal users, with little extra load for the service.</summary>
    public const int DefaultConcurrentRequests = 4;

    private const string SectionName = "MediaMelon";
    private const string ApiKey = SectionName + ":ApiKey";
    private const string CustomerId = SectionName + ":CustomerId";
    private const string BaseAddress = SectionName + ":BaseAddress";
    private const string RequestsAtATime = SectionName + ":Paging:MaxConcurrentRequests";

    private SourceSettings(IConfigurationSection section, bool isBuiltIn, Credential credential)
    {
        Section = section;
        IsBuiltIn = isBuiltIn;
        Credential = credential;
    }

    /// <summary>Whether requests contain an access token instead of a key.</summary>
    public static bool HasToken => Variable(TokenVariable) is not null;

    public IConfigurationSection Section { get; }

    public bool IsBuiltIn { get; }

    public Credential Credential { get; }

    /// <summary>Reads user secrets, the environment, then the file and the address of the
    /// command line. The last one overrides.</summary>
    public static SourceSettings Load(bool builtIn = false, FileInfo? file = null, Uri? baseAddress = null)
    {
        var builder = new ConfigurationBuilder()
            .AddInMemoryCollection(Given((RequestsAtATime, $"{DefaultConcurrentRequests}")))
            .AddUserSecrets<SourceSettings>(optional: true)
            .AddInMemoryCollection(
                Given(
                    (ApiKey, Variable(KeyVariable)),
                    (CustomerId, Variable(CustomerVariable)),
                    (BaseAddress, Variable(AddressVariable))));
        if (file is not null)
            builder.AddJsonFile(file.FullName, optional: false);

        var configuration = builder.AddInMemoryCollection(Given((BaseAddress, baseAddress?.OriginalString))).Build();
        var isBuiltIn = builtIn || !IsComplete(configuration, baseAddress);
        return new(configuration.GetSection(SectionName), isBuiltIn, FindCredential(configuration, file));
    }

    /// <summary>Returns settings for a quick diagnosis: one attempt with a timeout of ten seconds.</summary>
    public SourceSettings ForDiagnosis()
    {
        Section["MaxRetries"] = "0";
        Section["AttemptTimeout"] = "00:00:10";
        return this;
    }

    private static bool IsComplete(IConfiguration configuration, Uri? baseAddress)
    {
        var hasKey = !string.IsNullOrWhiteSpace(configuration[ApiKey]);
        var hasCustomer = !string.IsNullOrWhiteSpace(configuration[CustomerId]);
        if (hasKey && HasToken)
            throw new SettingsException(
                $"{TokenVariable} must not be set together with an API key ({KeyVariable}, user secrets or --config): "
                    + "remove one.");
        if ((hasKey || HasToken) && hasCustomer)
            return true;
        if (hasKey || HasToken)
            throw new SettingsException(
                $"An {(hasKey ? "API key" : "access token")} is set, but no customer: set {CustomerVariable} too.");
        if (hasCustomer)
            throw new SettingsException($"A customer is set, but no API key: set {KeyVariable} too, or {TokenVariable}.");
        if (baseAddress is not null)
            throw new SettingsException(
                $"--base-url is set, but no key: set {KeyVariable} and {CustomerVariable}.");

        return false;
    }

    private static Credential FindCredential(IConfigurationRoot configuration, FileInfo? file)
    {
        if (Variable(TokenVariable) is { } token)
            return new(TokenVariable, token);

        // The last file is from the command line. The file before it contains the user secrets.
        var provider = configuration.Providers.LastOrDefault(provider => provider.TryGet(ApiKey, out _));
        if (provider is not JsonConfigurationProvider)
            return new(KeyVariable, Token: null);

        var last = configuration.Providers.OfType<JsonConfigurationProvider>().Last();
        return new(file is not null && provider == last ? "--config" : "user secrets", Token: null);
    }

    private static Dictionary<string, string?> Given(params (string Key, string? Value)[] settings) =>
        settings.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value);

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
