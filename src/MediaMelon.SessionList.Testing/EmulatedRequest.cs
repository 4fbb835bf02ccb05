namespace MediaMelon.SessionList.Testing;

/// <summary>A request as it reached a <see cref="SessionListEmulator"/>.</summary>
/// <param name="Uri">The whole address.</param>
/// <param name="Parameters">The query parameters by name, %XX decoded; a plus stays a plus. Of a repeated one the first.</param>
/// <param name="ApiKey">The X-API-Key header, repeated ones joined by ", "; null without one.</param>
public sealed record EmulatedRequest(Uri Uri, IReadOnlyDictionary<string, string> Parameters, string? ApiKey)
{
    /// <summary>The columns of the request that the service did not know when the request arrived, each once. A misspelt name is
    /// one of them. Empty if all are known, or if the parameters are invalid.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];
}
