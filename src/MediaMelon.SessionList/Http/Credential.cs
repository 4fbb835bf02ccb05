namespace MediaMelon.SessionList.Http;

/// <summary>The credential of a request, and the header that contains it.</summary>
internal sealed record Credential
{
    private readonly string _header;
    private readonly string _prefix;

    private Credential(string header, string prefix, string secret)
    {
        _header = header;
        _prefix = prefix;
        Secret = secret;
    }

    /// <summary>The text that must not appear in exceptions or logs.</summary>
    public string Secret { get; }

    public static Credential FromKey(string key) => new("X-API-Key", "", key);

    public static Credential FromToken(string token) => new("Authorization", "Bearer ", token);

    public void AddTo(HttpRequestMessage request)
    {
        // All attempts send the same request object, so repeated additions would accumulate.
        RemoveFrom(request);
        request.Headers.TryAddWithoutValidation(_header, _prefix + Secret);
    }

    public void RemoveFrom(HttpRequestMessage request) => request.Headers.Remove(_header);

    public override string ToString() => _header;
}
