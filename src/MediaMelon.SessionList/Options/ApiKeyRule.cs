namespace MediaMelon.SessionList.Options;

/// <summary>What an API key must be to travel in a header. The sentences never hold the key.</summary>
internal static class ApiKeyRule
{
    /// <summary>What is wrong with a key, as the rest of a sentence that begins with its name; null if nothing is.</summary>
    public static string? Problem(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
            return "is empty.";

        return key.AsSpan().Trim().ContainsAnyExceptInRange('!', '~')
            ? "holds a blank, a line break or another character that is no printable ASCII (it is not shown here)."
            : null;
    }
}
