namespace SessionExplorer.Sources;

/// <summary>What the service is asked with, and where it was found. Its text shows no key and no token.</summary>
/// <param name="Origin">The variable, the option or the store that holds it.</param>
/// <param name="Token">The access token; null for an API key, which is among the options of the client.</param>
internal sealed record Credential(string Origin, string? Token)
{
    public override string ToString() => $"{(Token is null ? "API key" : "access token")} of {Origin}";
}
