namespace SessionExplorer.Sources;

/// <summary>Data about the last response that advice needs and the client's exceptions do not contain.</summary>
internal static class LastResponse
{
    /// <summary>The host of a redirect. Null if the last response was not a redirect.</summary>
    public static string? RedirectHost { get; private set; }

    /// <summary>Whether the last attempt received the start of a response.</summary>
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
