using System.Globalization;
using System.Net.Http.Headers;

namespace SessionExplorer.Probe;

/// <summary>The service to probe, and the credential for it.</summary>
internal sealed record ProbeTarget(Uri BaseAddress, long CustomerId, string? ApiKey, string? AccessToken)
{
    public string Endpoint(long customerId) =>
        BaseAddress.AbsoluteUri.TrimEnd('/') + "/mm-apis/listsessions/" + customerId.ToString(CultureInfo.InvariantCulture);

    public void Authenticate(HttpRequestMessage message, ProbeRequest request)
    {
        if (request.WrongKey is { } wrong)
            SetCredential(message, ApiKey is null ? null : wrong, ApiKey is null ? wrong : null);
        else if (request.WithBearerToken)
            SetCredential(message, null, AccessToken);
        else
            SetCredential(message, ApiKey, ApiKey is null ? AccessToken : null);
    }

    private static void SetCredential(HttpRequestMessage message, string? key, string? token)
    {
        if (key is not null)
            message.Headers.TryAddWithoutValidation("X-API-Key", key);
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    // The ToString of a record contains all properties, and two of them are secrets.
    public override string ToString() => $"{BaseAddress.Host}, customer {CustomerId}";
}
