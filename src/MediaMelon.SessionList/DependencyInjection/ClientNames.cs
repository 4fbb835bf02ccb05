namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>The names of clients in HttpClientFactory.</summary>
internal static class ClientNames
{
    private const string Base = "MediaMelon.SessionList";

    public static string GetHttpClientName(string optionsName) => optionsName.Length == 0 ? Base : $"{Base}:{optionsName}";
}
