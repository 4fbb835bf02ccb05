namespace MediaMelon.SessionList.Options;

/// <summary>Validates API keys and access tokens for use in a header. No error contains the value.</summary>
internal static class CredentialValidator
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// Gets the validation error of a credential, as a sentence without its subject; null if the credential is valid.
    /// </summary>
    public static string? GetError(string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
            return "is empty.";

        var trimmed = credential.AsSpan().Trim();
        if (trimmed.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return "begins with 'Bearer'. Specify only the token.";

        return trimmed.ContainsAnyExceptInRange('!', '~')
            ? "contains a blank, a line break or another character that is not printable ASCII (the value is not shown)."
            : null;
    }

    /// <summary>Gets the validation error of the credentials in the options, as a sentence; null if they are valid.</summary>
    public static string? GetError(SessionListClientOptions options)
    {
        var hasKey = options.ApiKeyProvider is not null || !string.IsNullOrWhiteSpace(options.ApiKey);
        if (options.AccessTokenProvider is not null)
            return hasKey
                ? "AccessTokenProvider must not be set together with a key: a client has either ApiKey or ApiKeyProvider, or "
                    + "AccessTokenProvider."
                : null;

        return options.ApiKeyProvider is null && GetError(options.ApiKey) is { } error
            ? $"ApiKey {error} Set it to the key from MediaMelon, or set ApiKeyProvider or AccessTokenProvider."
            : null;
    }
}
