namespace MediaMelon.SessionList.Options;

/// <summary>What an API key or an access token must be so that a header can carry it. No sentence contains the value.</summary>
internal static class CredentialValidator
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// What is wrong with a credential, as the rest of a sentence that begins with its name; null if nothing is.
    /// </summary>
    public static string? GetError(string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
            return "is empty.";

        var trimmed = credential.AsSpan().Trim();
        if (trimmed.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return "begins with the word Bearer; give the token alone.";

        return trimmed.ContainsAnyExceptInRange('!', '~')
            ? "contains a blank, a line break or another character that is not printable ASCII (it is not shown here)."
            : null;
    }

    /// <summary>What is wrong with the choice of a credential in the options, as a sentence; null if nothing is.</summary>
    public static string? GetError(SessionListClientOptions options)
    {
        var hasKey = options.ApiKeyProvider is not null || !string.IsNullOrWhiteSpace(options.ApiKey);
        if (options.AccessTokenProvider is not null)
            return hasKey
                ? "AccessTokenProvider must not be set together with a key: a client has either ApiKey or ApiKeyProvider, or "
                    + "AccessTokenProvider."
                : null;

        return options.ApiKeyProvider is null && GetError(options.ApiKey) is { } error
            ? $"ApiKey {error} Set it to the key that MediaMelon gave you, or set ApiKeyProvider or AccessTokenProvider."
            : null;
    }
}
