using System.Net;
using System.Net.Http.Headers;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Http;

/// <summary>What every HttpClient of ours is set to.</summary>
internal static class HttpClientSettings
{
    public static void Apply(HttpClient client, Uri baseAddress)
    {
        client.BaseAddress = baseAddress;
        if (client.DefaultRequestVersion == HttpVersion.Version11
            && client.DefaultVersionPolicy == HttpVersionPolicy.RequestVersionOrLower) // nothing else was configured
            client.DefaultRequestVersion = HttpVersion.Version20;

        client.Timeout = Timeout.InfiniteTimeSpan; // the pipeline keeps the time, on the clock it was given

        if (client.DefaultRequestHeaders.UserAgent.Count == 0)
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("MediaMelon.SessionList", LibraryVersion.Text));

        if (client.DefaultRequestHeaders.Accept.Count == 0)
            client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }
}
