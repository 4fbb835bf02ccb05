using System.Net;
using System.Net.Http.Headers;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Http;

/// <summary>The settings of every HttpClient of the library.</summary>
internal static class HttpClientSettings
{
    public static void Apply(HttpClient client, Uri baseAddress)
    {
        client.BaseAddress = baseAddress;
        if (client.DefaultRequestVersion == HttpVersion.Version11
            && client.DefaultVersionPolicy == HttpVersionPolicy.RequestVersionOrLower) // the user configured no version
            client.DefaultRequestVersion = HttpVersion.Version20;

        client.Timeout = Timeout.InfiniteTimeSpan; // the resilience pipelines have timeouts, which use the injected clock

        if (client.DefaultRequestHeaders.UserAgent.Count == 0)
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("MediaMelon.SessionList", LibraryVersion.Text));

        if (client.DefaultRequestHeaders.Accept.Count == 0)
            client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }
}
