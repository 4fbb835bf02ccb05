namespace MediaMelon.SessionList.Testing;

/// <summary>A request that a <see cref="SessionListEmulator"/> received.</summary>
/// <param name="Uri">The absolute URI.</param>
/// <param name="Parameters">The query parameters by name, percent-decoded. A plus sign is not decoded. If a name is
/// repeated, the first value applies.</param>
/// <param name="ApiKey">The X-API-Key header, or null if it is missing. Repeated headers are joined by ", ".</param>
public sealed record EmulatedRequest(Uri Uri, IReadOnlyDictionary<string, string> Parameters, string? ApiKey)
{
    /// <summary>The distinct columns of the request that the service did not know when the request arrived, such as a misspelt
    /// name. Empty if all columns are known, or if the parameters are invalid.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];
}
