namespace SessionExplorer.Sources;

/// <summary>What the exceptions of the client do not tell of the last response, and advice needs.</summary>
internal static class LastResponse
{
    /// <summary>The host that a redirect names; null if the last response was none.</summary>
    public static string? RedirectHost { get; private set; }

    /// <summary>Whether a response to the last attempt began to arrive.</summary>
    public static bool HasBegun { get; set; }

    public static void Begin()
    {
        HasBegun = false;
        RedirectHost = null;
    }

    public static void Arrive(HttpResponseMessage response)
    {
        var location = response.Headers.Location;
        RedirectHost = location is { IsAbsoluteUri: false } ? response.RequestMessage?.RequestUri?.Host : location?.Host;
    }
}
