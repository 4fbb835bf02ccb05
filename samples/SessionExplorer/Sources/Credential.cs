namespace SessionExplorer.Sources;

/// <summary>The credential of the requests and its source. Its text contains no key and no token.</summary>
/// <param name="Origin">The variable, the option or the store that contains it.</param>
/// <param name="Token">The access token. Null for an API key, which is in the options of the client.</param>
internal sealed record Credential(string Origin, string? Token)
{
    public override string ToString() => $"{(Token is null ? "API key" : "access token")} of {Origin}";
}
